import { Temporal } from 'temporal-polyfill'

/** Whose readings. */
export type Elenco = 'altri' | 'mie'
/** What a person asked for; days AAAA-MM-GG, both included. */
export interface Richiesta {
  elenco: Elenco
  dal: string
  al: string
  /** the last reading of the page before */
  dopo: { istante: string; id: string } | undefined
}
export type Guasto = 'dal' | 'al' | 'ordine' | 'futuro' | 'elenco' | 'dopo'

type Query = Readonly<Record<string, unknown>>
/** Months that are shown when nobody says which. */
const MESI = 12
/** No register kept such a list before: an earlier day only opens months that are not there. */
const PRIMO = '2014-01-01'

/** A day as browsers send it (2026-11-25) or as people write it (25/11/2026); undefined where there is no such day. */
function giorno(v: unknown): string | undefined {
  if (typeof v !== 'string' || v.length > 20) return undefined
  const [, g, m, a] = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s*$/.exec(v) ?? []
  const testo = a ? `${a}-${m?.padStart(2, '0')}-${g?.padStart(2, '0')}` : v.trim()
  if (!/^[12]\d{3}-\d{2}-\d{2}$/.test(testo)) return undefined
  try {
    return Temporal.PlainDate.from(testo, { overflow: 'reject' }).toString()
  } catch {
    return undefined
  }
}

const vuoto = (v: unknown) => v === undefined || v === ''

/** Reads the page's query: the last twelve months unless said. */
export function leggiRichiesta(q: Query, oggi: string): { richiesta: Richiesta } | { guasti: Guasto[] } {
  const guasti: Guasto[] = []
  const al = vuoto(q.al) ? oggi : giorno(q.al)
  const dal = vuoto(q.dal) ? unAnnoPrima(al ?? oggi) : giorno(q.dal)
  if (!dal) guasti.push('dal')
  if (!al) guasti.push('al')
  if (dal && al && al < dal) guasti.push('ordine')
  else if (dal && dal > oggi) guasti.push('futuro')
  const elenco = vuoto(q.elenco) || q.elenco === 'altri' ? 'altri' : q.elenco === 'mie' ? 'mie' : undefined
  if (!elenco) guasti.push('elenco')
  const [, istante, id] = typeof q.dopo === 'string' ? (/^(\d{1,16})-(\d{1,18})$/.exec(q.dopo) ?? []) : []
  if (!vuoto(q.dopo) && !id) guasti.push('dopo')
  if (guasti.length > 0 || !dal || !al || !elenco) return { guasti }
  const richiesta = { elenco, dal: dal < PRIMO ? PRIMO : dal, al: al > oggi ? oggi : al } as const
  return { richiesta: { ...richiesta, dopo: istante && id ? { istante, id } : undefined } }
}

const unAnnoPrima = (g: string) => Temporal.PlainDate.from(g).subtract({ months: MESI }).toString()

/** The address that asks for the same again. */
export function indirizzo(percorso: string, r: Partial<Richiesta>): string {
  const q = new URLSearchParams()
  if (r.elenco === 'mie') q.set('elenco', 'mie')
  if (r.dal) q.set('dal', r.dal)
  if (r.al) q.set('al', r.al)
  if (r.dopo) q.set('dopo', `${r.dopo.istante}-${r.dopo.id}`)
  const testo = q.toString()
  return testo ? `${percorso}?${testo}` : percorso
}
