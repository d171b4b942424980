import type { DelComune } from '../../statistiche/index.ts'

/** What is wrong with a request, by the parameter that is. `oltre`: a page after the last. */
export type Rifiuto = 'pagina' | 'oltre' | 'ordina' | 'stato' | 'regione' | 'provincia' | 'q'

export interface Ordinamento<O extends string> {
  ordina: O
  alContrario: boolean
}
export interface RichiestaComuni<O extends string> {
  /** cleaned and cut; empty: no search */
  q: string
  regione: string | undefined
  provincia: string | undefined
  stato: DelComune['stato'] | undefined
  /** undefined: not asked for */
  ordine: Ordinamento<O> | undefined
  pagina: number
}

type Query = Readonly<Record<string, unknown>>
/** What stands in the query once; an empty field of a form was not filled in. */
const uno = (query: Query, nome: string): string | undefined | false => {
  const v = query[nome]
  return v === undefined || v === '' ? undefined : typeof v === 'string' ? v : false
}

/** `-cittadini`: by citizens, the largest first. Only what is in the list. */
export function leggiOrdine<O extends string>(
  query: Query,
  ordini: readonly O[],
): Ordinamento<O> | undefined | Rifiuto {
  const v = uno(query, 'ordina')
  if (v === undefined) return undefined
  if (v === false) return 'ordina'
  const alContrario = v.startsWith('-')
  const ordina = ordini.find(o => o === v.slice(alContrario ? 1 : 0))
  return ordina ? { ordina, alContrario } : 'ordina'
}

const STATI: readonly DelComune['stato'][] = ['in', 'pianificato', 'non_in', 'cessato']
/** The longest name has 34 letters. */
const LUNGHEZZA = 64
// A NUL cannot even be sent to PostgreSQL; the others are in no name.
const pulito = (q: string) =>
  q
    .replace(/\p{Cc}+/gu, ' ')
    .trim()
    .slice(0, LUNGHEZZA)

/** Reads the query of a list of comuni. Regions and provinces are checked by their look here, and by whoever has them. */
export function leggiComuni<O extends string>(query: Query, ordini: readonly O[]): RichiestaComuni<O> | Rifiuto {
  const [q, regione, provincia, stato, pagina] = ['q', 'regione', 'provincia', 'stato', 'pagina'].map(n =>
    uno(query, n),
  )
  const ordine = leggiOrdine(query, ordini)
  if (typeof ordine === 'string') return ordine
  if (q === false) return 'q'
  if (regione === false || !/^\d\d$/.test(regione ?? '01')) return 'regione'
  if (provincia === false || !/^[A-Z]{2}$/.test(provincia ?? 'RM')) return 'provincia'
  if (pagina === false || !/^[1-9]\d{0,4}$/.test(pagina ?? '1')) return 'pagina'
  const chiesto = stato === undefined ? undefined : STATI.find(s => s === stato)
  if (stato !== chiesto) return 'stato'
  return { q: pulito(q ?? ''), regione, provincia, stato: chiesto, ordine, pagina: Number(pagina ?? 1) }
}

/** An address with what of its query is set, always in the same order. */
export function indirizzo(percorso: string, parti: Readonly<Record<string, string | number | undefined>>): string {
  const query = Object.entries(parti).flatMap(([nome, v]) =>
    v === undefined || v === '' ? [] : [`${nome}=${encodeURIComponent(v)}`],
  )
  return query.length === 0 ? percorso : `${percorso}?${query.join('&')}`
}

export const comeTesto = <O extends string>(o: Ordinamento<O> | undefined): string | undefined =>
  o && `${o.alContrario ? '-' : ''}${o.ordina}`
/** What a heading of a table needs: where it leads, how it stands. `primaGrandi`: numbers begin with the largest. */
export const verso = <O extends string>(o: Ordinamento<O>, colonna: O, primaGrandi: boolean) => {
  const sua = o.ordina === colonna
  return {
    verso: sua ? (o.alContrario ? ('descending' as const) : ('ascending' as const)) : undefined,
    prossimo: `${(sua ? !o.alContrario : primaGrandi) ? '-' : ''}${colonna}`,
  }
}
