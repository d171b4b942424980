import type { Passo } from '../../statistiche/index.ts'

/** The four charts. */
export const SERIE = ['cittadini-in', 'comuni-in', 'cittadini-pianificati', 'comuni-pianificati'] as const
export type NomeSerie = (typeof SERIE)[number]

export interface Serie {
  misura: 'cittadini' | 'comuni'
  quali: 'in' | 'pianificati'
  /** the period by which it may be split */
  passo: Unita
}
export type Unita = 'anno' | 'mese'

/** What each chart counts. */
export const DELLA_SERIE: Readonly<Record<NomeSerie, Serie>> = {
  'cittadini-in': { misura: 'cittadini', quali: 'in', passo: 'anno' },
  'comuni-in': { misura: 'comuni', quali: 'in', passo: 'anno' },
  'cittadini-pianificati': { misura: 'cittadini', quali: 'pianificati', passo: 'mese' },
  'comuni-pianificati': { misura: 'comuni', quali: 'pianificati', passo: 'mese' },
}

/** A year (`2018`) or a month (`2018-03`): what it brought, and the total at its end. */
export interface Periodo {
  periodo: string
  comuni: number
  cittadini: number
  comuni_totale: number
  cittadini_totale: number
}

/** More months than these are told by year: a plan with one far date must not make a thousand columns. */
const MESI_AL_PIU = 60
const TAGLIO: Readonly<Record<Unita, number>> = { anno: 4, mese: 7 }

const mesi = (g: string) => Number(g.slice(0, 4)) * 12 + Number(g.slice(5, 7)) - 1
const quattro = (n: number) => String(n).padStart(4, '0')
const nomeMese = (m: number) => `${quattro(Math.floor(m / 12))}-${String((m % 12) + 1).padStart(2, '0')}`

/** Every period from the first step to the last, or to `fino` where that is later: one without entries is zero. */
function nomi(dal: string, al: string, unita: Unita): string[] {
  if (unita === 'anno') {
    const da = Number(dal.slice(0, 4))
    return Array.from({ length: Number(al.slice(0, 4)) - da + 1 }, (_, n) => quattro(da + n))
  }
  return Array.from({ length: mesi(al) - mesi(dal) + 1 }, (_, n) => nomeMese(mesi(dal) + n))
}

/** Steps by day added up by year or month, none left out: the last total is the sum of all steps.
 *  @param passi oldest first
 *  @param fino the periods reach at least to this day's
 *  @returns `unita` as asked, or `anno` where that would be more than 60 months */
export function perPeriodo(
  passi: readonly Passo[],
  chiesta: Unita,
  fino?: string,
): { unita: Unita; periodi: Periodo[] } {
  const primo = passi[0]?.giorno
  const ultimo = passi.at(-1)?.giorno
  if (primo === undefined || ultimo === undefined) return { unita: chiesta, periodi: [] }
  const al = fino !== undefined && fino > ultimo ? fino : ultimo
  const unita = chiesta === 'mese' && mesi(al) - mesi(primo) >= MESI_AL_PIU ? 'anno' : chiesta
  const somme = new Map(nomi(primo, al, unita).map(periodo => [periodo, { comuni: 0, cittadini: 0 }]))
  for (const p of passi) {
    const s = somme.get(p.giorno.slice(0, TAGLIO[unita]))
    if (!s) throw new RangeError('steps must be in order of day')
    s.comuni += p.comuni
    s.cittadini += p.cittadini
  }
  let comuni_totale = 0
  let cittadini_totale = 0
  const periodi = [...somme].map(([periodo, s]) => {
    comuni_totale += s.comuni
    cittadini_totale += s.cittadini
    return { periodo, ...s, comuni_totale, cittadini_totale }
  })
  return { unita, periodi }
}

/** Running totals, day by day. */
export function giornoPerGiorno(passi: readonly Passo[]): Periodo[] {
  let comuni_totale = 0
  let cittadini_totale = 0
  return passi.map(p => {
    comuni_totale += p.comuni
    cittadini_totale += p.cittadini
    return { periodo: p.giorno, comuni: p.comuni, cittadini: p.cittadini, comuni_totale, cittadini_totale }
  })
}
