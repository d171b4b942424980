import { Temporal } from 'temporal-polyfill'

// National holidays that fall on the same day each year, and the first year in which each counts here: L. 260/1949 with
// L. 54/1977 and D.P.R. 792/1985 (6 January); 2 June since L. 336/2000; 4 October since L. 151/2025 (G.U. 236/2025).
// biome-ignore format: a table
const FISSE = [
  { giorno: '01-01', dal: 1949 }, // New Year
  { giorno: '01-06', dal: 1986 }, // Epiphany
  { giorno: '04-25', dal: 1949 }, // Liberation
  { giorno: '05-01', dal: 1949 }, // Labour
  { giorno: '06-02', dal: 2001 }, // Republic
  { giorno: '08-15', dal: 1949 }, // Assumption
  { giorno: '10-04', dal: 2026 }, // Saint Francis
  { giorno: '11-01', dal: 1949 }, // All Saints
  { giorno: '12-08', dal: 1949 }, // Immaculate Conception
  { giorno: '12-25', dal: 1949 }, // Christmas
  { giorno: '12-26', dal: 1949 }, // Saint Stephen
] as const

/** Easter Sunday of a year of the Gregorian calendar, AAAA-MM-GG (the anonymous computus of 1876). */
export function pasqua(anno: number): string {
  const [a, b, c] = [anno % 19, Math.floor(anno / 100), anno % 100]
  const correzione = Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3)
  const h = (19 * a + b - Math.floor(b / 4) - correzione + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const n = h + l - 7 * m + 114
  return new Temporal.PlainDate(anno, Math.floor(n / 31), (n % 31) + 1).toString()
}

/** The national holidays of a year in order, AAAA-MM-GG; Sundays apart, patron saints not. As the law stands: of years
 *  before 2001 not every change is told. */
export function feste(anno: number): string[] {
  const pasquetta = Temporal.PlainDate.from(pasqua(anno)).add({ days: 1 }).toString()
  return [...FISSE.filter(f => anno >= f.dal).map(f => `${anno}-${f.giorno}`), pasquetta].sort()
}

/** A national holiday or a Sunday. @param giorno AAAA-MM-GG; throws a RangeError where it is no date */
export function èFestivo(giorno: string): boolean {
  const g = Temporal.PlainDate.from(giorno)
  return g.dayOfWeek === 7 || feste(g.year).includes(g.toString())
}

/** The day itself, or the first after it that is no Saturday, Sunday or national holiday
 *  (Reg. (CEE, Euratom) 1182/71 art. 3(4), for terms that end on such a day). */
export function primoFeriale(giorno: string): string {
  let g = Temporal.PlainDate.from(giorno)
  while (g.dayOfWeek === 6 || èFestivo(g.toString())) g = g.add({ days: 1 })
  return g.toString()
}
