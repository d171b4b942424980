import { carattereDiControllo, giorniDelMese, MESI } from './codiceFiscale.ts'
import { disfaOmocodia } from './omocodia.ts'
import { cifraDiControllo, FORMA_PROVVISORIO } from './provvisorio.ts'

/** What a codice fiscale of sixteen says of its bearer, omocodia undone. */
export interface Definitivo {
  tipo: 'definitivo'
  /** Three letters each. */
  cognome: string
  nome: string
  sesso: 'M' | 'F'
  /** Two digits: the code does not say which century; `dateDiNascita` does. */
  anno: string
  mese: number
  giorno: number
  /** Cadastral code of the comune, or Z… of the state. */
  luogo: string
  /** 0: none; up to 127, in the order of `omocodia`. */
  omocodia: number
  controllo: Controllo
}
/** Eleven digits; they say nothing of the person. */
export interface Provvisorio {
  tipo: 'provvisorio'
  controllo: Controllo
}
/** The last character, and what it should be: where they differ, some character was mistyped. */
export interface Controllo {
  trovato: string
  atteso: string
}

const FORMA = /^[A-Z]{6}[\dL-NP-V]{2}[ABCDEHLMPRST][\dL-NP-V]{2}[A-Z][\dL-NP-V]{3}[A-Z]$/i

/** Reads a codice fiscale, in capitals or not; nothing where it has the form of none (also: a day that its month cannot
 *  have). A wrong control character does not stop it: see `controllo`. */
export function decodifica(codice: string): Definitivo | Provvisorio | undefined {
  if (FORMA_PROVVISORIO.test(codice)) {
    return { tipo: 'provvisorio', controllo: { trovato: codice.charAt(10), atteso: cifraDiControllo(codice) } }
  }
  if (!FORMA.test(codice)) return undefined
  const maiuscolo = codice.toUpperCase()
  const { quindici, livello } = disfaOmocodia(maiuscolo)
  const mese = MESI.indexOf(quindici.charAt(8)) + 1
  const numero = Number(quindici.slice(9, 11))
  const giorno = numero > 40 ? numero - 40 : numero
  const anno = quindici.slice(6, 8)
  // 2000 had a 29 February, 1900 had none: of '00 the one that has it.
  if (giorno < 1 || giorno > giorniDelMese(2000 + Number(anno), mese)) return undefined
  return {
    tipo: 'definitivo',
    cognome: quindici.slice(0, 3),
    nome: quindici.slice(3, 6),
    sesso: numero > 40 ? 'F' : 'M',
    anno,
    mese,
    giorno,
    luogo: quindici.slice(11, 15),
    omocodia: livello,
    controllo: { trovato: maiuscolo.charAt(15), atteso: carattereDiControllo(maiuscolo) },
  }
}

/** Codici fiscali began in 1973 (D.P.R. 605/1973): nobody born before has one. */
const PRIMA_NASCITA = '1860-01-01'

/** The days of birth that a code may mean, the latest first and none after `oggi`: of '25 both 2025 and 1925, of '27 only
 *  1927 while it is 2026. Who is over a hundred is not told from a newborn by the code alone. */
export function dateDiNascita(d: Pick<Definitivo, 'anno' | 'mese' | 'giorno'>, oggi: string): string[] {
  return ['20', '19', '18'].flatMap(secolo => {
    const data = `${secolo}${d.anno}-${due(d.mese)}-${due(d.giorno)}`
    const esiste = d.giorno <= giorniDelMese(Number(secolo + d.anno), d.mese)
    return esiste && data >= PRIMA_NASCITA && data <= oggi ? [data] : []
  })
}
const due = (n: number) => String(n).padStart(2, '0')
