import type { DelTerritorio, Gruppi } from '../../statistiche/index.ts'
import { TINTE, type Tinta } from '../../ui/index.ts'

/** Citizens (residents plus AIRE) and comuni, each in the three groups and all together. */
export interface Cifre {
  cittadini: Tripla
  comuni: Tripla
}
export interface Tripla {
  in: number
  pianificati: number
  fuori: number
  totale: number
}
const tripla = (dentro: number, pianificati: number, fuori: number): Tripla => ({
  in: dentro,
  pianificati,
  fuori,
  totale: dentro + pianificati + fuori,
})

export const cifre = (g: Gruppi): Cifre => ({
  cittadini: tripla(
    g.residenti_in + g.aire_in,
    g.residenti_pianificati + g.aire_pianificati,
    g.residenti_fuori + g.aire_fuori,
  ),
  comuni: tripla(g.comuni_in, g.comuni_pianificati, g.comuni_fuori),
})

/** Four limits make five classes. Fixed ones rather than quantiles, so that a class is a figure one can name. */
const SCALE: readonly (readonly number[])[] = [
  [85, 90, 95, 98],
  [92, 94, 96, 98],
  [95, 97, 98, 99],
  [50, 70, 80, 90],
  [20, 40, 60, 80],
]
const classe = (t: Tripla, scala: readonly number[]): number =>
  t.in === 0 ? 0 : 1 + scala.filter(limite => (t.in / t.totale) * 100 >= limite).length

/** The first scale under which the regions fall into the most classes: the map says something at every stage. */
export function scala(regioni: readonly Cifre[]): readonly number[] {
  const classi = (s: readonly number[]) => new Set(regioni.map(r => classe(r.cittadini, s))).size
  return SCALE.reduce((migliore, s) => (classi(s) > classi(migliore) ? s : migliore))
}
export const tinta = (c: Cifre, s: readonly number[]): Tinta => TINTE[classe(c.cittadini, s)] ?? 'tinta-0'

/** A territory with its figures. */
export interface ConCifre {
  t: DelTerritorio
  c: Cifre
}
export const conCifre = (t: DelTerritorio): ConCifre => ({ t, c: cifre(t) })

const perNome = new Intl.Collator('it').compare
const VALORI = {
  regione: undefined,
  in: (r: ConCifre) => r.c.cittadini.in,
  cittadini: (r: ConCifre) => r.c.cittadini.totale,
  quota: (r: ConCifre) => r.c.cittadini.in / r.c.cittadini.totale,
  'comuni-in': (r: ConCifre) => r.c.comuni.in,
  comuni: (r: ConCifre) => r.c.comuni.totale,
}
/** Columns by which the table of regions can be sorted. */
export type OrdineRegioni = keyof typeof VALORI
export const ORDINI_REGIONI = Object.keys(VALORI) as OrdineRegioni[]

/** Regions in the order asked for; ties by name. */
export const ordinate = (regioni: readonly ConCifre[], ordina: OrdineRegioni, alContrario: boolean): ConCifre[] => {
  const valore = VALORI[ordina]
  const verso = alContrario ? -1 : 1
  return regioni.toSorted((a, b) => {
    const nomi = perNome(a.t.nome, b.t.nome)
    return valore ? (valore(a) - valore(b)) * verso || nomi : nomi * verso
  })
}
