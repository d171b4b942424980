import { carattereDiControllo, codiceNascita, omocodia } from '../../anagrafe/index.ts'
import type { TipoGeneralita } from '../../contratto/index.ts'
import { annoMeseGiorno, testoDi } from './giorni.ts'
import { numeroScheda, type Persona } from './gruppo.ts'
import { LUOGHI } from './luoghi.ts'
import { TRIPLE_COGNOMI, TRIPLE_NOMI } from './nomi.ts'

/** A whole number that two persons share exactly when their base codici fiscali are equal; below 2⁵³. */
export function chiaveFiscale(p: Persona): number {
  const { anno, mese, di } = annoMeseGiorno(p.nascita)
  const nascita = ((anno % 100) * 12 + mese - 1) * 31 + di - 1
  const luogoESesso = (nascita * 2 + (p.sesso === 'F' ? 1 : 0)) * LUOGHI + p.luogo.k
  return (luogoESesso * TRIPLE_COGNOMI + p.cognome.k) * TRIPLE_NOMI + p.nome.k
}

/** The codice fiscale, put together from parts computed once a name and once a place. */
export function codiceDi(p: Persona, livello: number): string {
  const quindici = p.cognome.codice + p.nome.codice + codiceNascita(testoDi(p.nascita), p.sesso) + p.luogo.codice
  return omocodia(quindici + carattereDiControllo(quindici), livello)
}

/** Levels of omocodia, by number of scheda; most have none. */
export type Omocodie = ReadonlyMap<number, number>
/** Where a person of the file is found: its comune, its group, the levels of omocodia. */
export interface Dove {
  istat: string
  indice: number
  omocodie: Omocodie
}

/** Here always known, though the contract lets them be absent from somebody else's scheda. */
type Sicure = TipoGeneralita & Required<Pick<TipoGeneralita, 'sesso' | 'dataNascita' | 'luogoNascita'>>

/** Surname and name, or that there is none. */
type Nominativo = ({ cognome: string } | { senzaCognome: string }) & ({ nome: string } | { senzaNome: string })
const nominativo = (p: Persona): Nominativo => ({
  ...(p.cognome.testo === '' ? { senzaCognome: '1' } : { cognome: p.cognome.testo }),
  ...(p.nome.testo === '' ? { senzaNome: '1' } : { nome: p.nome.testo }),
})

/** A person of the file as told in somebody else's scheda: same data, and the comune's number to join them by. */
export function generalita(p: Persona, d: Dove): Sicure {
  const numero = numeroScheda(d.indice, p.n)
  return {
    codiceFiscale: { codFiscale: codiceDi(p, p.fisso?.livello ?? d.omocodie.get(numero) ?? 0) },
    ...nominativo(p),
    sesso: p.sesso,
    dataNascita: testoDi(p.nascita),
    ...(p.incerta === 1 && { senzaGiorno: '1' }),
    ...(p.incerta === 2 && { senzaGiornoMese: '1' }),
    luogoNascita: p.luogo.evento,
    idSchedaSoggettoComune: { idSchedaSoggettoComuneIstat: d.istat, idSchedaSoggetto: String(numero) },
  }
}
