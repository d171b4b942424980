import { territorioDiBase } from '../../anagrafe/index.ts'
import type { TipoComune, TipoLuogoEvento } from '../../contratto/index.ts'
import type { Caso } from './caso.ts'
import { testoDi } from './giorni.ts'

/** A place where somebody was born: ready for the file, with its cadastral code for the codice fiscale. */
export interface Luogo {
  codice: string
  /** Numbers the cadastral codes. */
  k: number
  evento: TipoLuogoEvento
  /** Absent abroad. */
  comune?: TipoComune
}

/** An active comune through its periods, newest last; a day before the first has no place. */
export interface Terra {
  istat: string
  sigla: string
  abitanti: number
  /** ISTAT's number of the region: 01 to 20. */
  regione: string
  il: (giorno: number) => Luogo | undefined
}

/** How many cadastral codes `k` may number, at most. */
export const LUOGHI = 16_384
const numeri = new Map<string, number>()
const numero = (codice: string) => {
  const k = numeri.get(codice) ?? numeri.size
  numeri.set(codice, k)
  return k
}

interface Peso {
  terre: Terra[]
  fino: number[]
}
const pesate = (terre: Terra[]): Peso => {
  let somma = 0
  return { terre, fino: terre.map(t => (somma += t.abitanti)) }
}
const pesca = ({ terre, fino }: Peso, c: Caso): Terra => {
  const x = c.sotto(fino.at(-1)!)
  let [da, a] = [0, fino.length - 1]
  while (da < a) {
    const m = (da + a) >> 1
    if (fino[m]! > x) a = m
    else da = m + 1
  }
  return terre[da]!
}

interface Italia {
  terre: ReadonlyMap<string, Terra>
  tutte: Peso
  provincia: ReadonlyMap<string, Peso>
}

function italia(): Italia {
  const { comuni, periodi } = territorioDiBase()
  const diComune = Map.groupBy(periodi, p => p.comune)
  const terre = new Map<string, Terra>()
  for (const comune of comuni) {
    const suoi = (diComune.get(comune.id) ?? []).filter(p => !p.da_istituire).sort((a, b) => (a.dal < b.dal ? -1 : 1))
    const oggi = suoi.at(-1)
    const codice = comune.codice_catastale
    if (!oggi?.codice_istat || oggi.al !== null || !codice) continue
    const luoghi = suoi.flatMap(p => {
      if (!p.codice_istat) return []
      const tipo: TipoComune = {
        nomeComune: p.nome.toUpperCase(),
        codiceIstat: p.codice_istat,
        siglaProvinciaIstat: p.provincia,
      }
      return [{ dal: p.dal, al: p.al, luogo: { codice, k: numero(codice), evento: { comune: tipo }, comune: tipo } }]
    })
    const unico = luoghi.length === 1 && luoghi[0]!.dal <= '1900-01-01' ? luoghi[0]!.luogo : undefined
    const il = (giorno: number) => {
      if (unico) return unico
      const data = testoDi(giorno)
      return luoghi.find(l => l.dal <= data && (l.al === null || data <= l.al))?.luogo
    }
    const { codice_istat: istat, provincia: sigla, regione } = oggi
    terre.set(istat, { istat, sigla, regione, abitanti: comune.residenti ?? 0, il })
  }
  const tutte = [...terre.values()]
  const provincia = Map.groupBy(tutte, t => t.sigla)
  return {
    terre,
    tutte: pesate(tutte),
    provincia: new Map([...provincia].map(([sigla, sue]) => [sigla, pesate(sue)])),
  }
}

let letta: Italia | undefined
const inItalia = () => (letta ??= italia())

/** The active comune of this ISTAT code. */
export const terra = (istat: string): Terra | undefined => inItalia().terre.get(istat)

/** A comune of this province (of all Italy: undefined) that stood on that day, as often as it has inhabitants. */
export function altrove(c: Caso, giorno: number, sigla?: string): Luogo {
  const fra = (sigla && inItalia().provincia.get(sigla)) || inItalia().tutte
  for (let volte = 0; volte < 20; volte++) {
    const luogo = pesca(fra, c).il(giorno)
    if (luogo) return luogo
  }
  return terra('058091')!.il(giorno)!
}

const stati = new Map<string, { nome: string; codice: string }>()
/** Name and cadastral code (Z…) of a foreign state, by its official code. */
export function stato(codice: string): { nome: string; codice: string } {
  if (stati.size === 0) {
    for (const s of territorioDiBase().stati) {
      if (s.codice_istat && s.codice_at && s.in_tabella_2 && s.al === null) {
        stati.set(s.codice_istat, { nome: s.nome.toUpperCase(), codice: s.codice_at })
      }
    }
  }
  const trovato = stati.get(codice)
  if (!trovato) throw new Error(`no foreign state ${codice} in the territory's tables`)
  return trovato
}

const esteri = new Map<string, Luogo>()
/** A town in a foreign state. */
export function fuori(codiceStato: string, citta: string): Luogo {
  const chiave = codiceStato + citta
  const noto = esteri.get(chiave)
  if (noto) return noto
  const { nome, codice } = stato(codiceStato)
  const localita = { descrizioneLocalita: citta, descrizioneStato: nome, codiceStato }
  const luogo = { codice, k: numero(codice), evento: { localita } }
  esteri.set(chiave, luogo)
  return luogo
}
