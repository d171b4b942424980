import { DELLA_SERIE, type NomeSerie, SERIE, type Unita } from './serie.ts'

/** Overall, or by the period of the chart. */
export type Per = 'tutto' | Unita

/** What a reader of the page asked for. */
export interface Scelta {
  /** ISTAT code; undefined: the whole country */
  regione: string | undefined
  ingressi: 'tutto' | 'anno'
  pianificati: 'tutto' | 'mese'
}

/** What of a request cannot be answered. */
export type Rifiuto = 'regione' | 'per' | 'serie' | 'insieme' | 'mancano'
/** Status of each refusal: what does not exist is 404, what makes no sense 400. */
export const STATO: Readonly<Record<Rifiuto, 400 | 404>> = {
  regione: 404,
  per: 400,
  serie: 404,
  insieme: 404,
  mancano: 404,
}

type Domanda = Readonly<Record<string, unknown>>

// The twenty codes of ISTAT: the ministry's own EX and 00 are no regions of today.
const REGIONE = /^(0[1-9]|1\d|20)$/
const vuoto = (v: unknown) => v === undefined || v === ''
const traQuesti = <T extends string>(v: unknown, ammessi: readonly T[]): T | undefined =>
  vuoto(v) ? ammessi[0] : ammessi.find(a => a === v)
const esiste = (v: unknown): boolean => vuoto(v) || (typeof v === 'string' && REGIONE.test(v))
const regioneDi = (v: unknown) => (typeof v === 'string' && v !== '' ? v : undefined)

/** Reads the page's query; an empty choice is the first. */
export function leggiScelta(q: Domanda): Scelta | Rifiuto {
  if (!esiste(q.regione)) return 'regione'
  const ingressi = traQuesti(q.ingressi, ['tutto', 'anno'] as const)
  const pianificati = traQuesti(q.pianificati, ['tutto', 'mese'] as const)
  return ingressi && pianificati ? { regione: regioneDi(q.regione), ingressi, pianificati } : 'per'
}

export interface SceltaFile {
  serie: NomeSerie
  formato: 'csv' | 'svg'
  per: Per
  regione: string | undefined
}

/** Reads the address of a file, `cittadini-in.csv` with its query. */
export function leggiSceltaFile(file: string, q: Domanda): SceltaFile | Rifiuto {
  const [, nome, estensione] = /^([a-z-]{1,40})\.(csv|svg)$/.exec(file) ?? []
  const serie = SERIE.find(s => s === nome)
  if (!serie || !estensione) return 'serie'
  if (!esiste(q.regione)) return 'regione'
  const per = traQuesti<Per>(q.per, ['tutto', DELLA_SERIE[serie].passo])
  if (!per) return 'per'
  return { serie, formato: estensione === 'csv' ? 'csv' : 'svg', per, regione: regioneDi(q.regione) }
}

/** The same file for everyone: its address. */
export const indirizzoFile = (s: SceltaFile): string => {
  const q = new URLSearchParams()
  if (s.regione !== undefined) q.set('regione', s.regione)
  if (s.per !== 'tutto') q.set('per', s.per)
  return `/stato-di-avanzamento/andamenti/${s.serie}.${s.formato}${q.size > 0 ? `?${q}` : ''}`
}
