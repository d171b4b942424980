/** Per cent single, married (legally separated included), widowed, divorced by age and sex: first age of the row, men, women.
 *  ISTAT, Popolazione residente per stato civile, 1 January 2018 (report of 6 September 2018: at 25–34 80.6 % of men and 64.9 % of
 *  women had not married, at 45–54 24 % and 18 %, of women over 64 47.7 % were married and 41.9 % widowed, at 55–64 5.3 % and 6.4 %
 *  were divorced), carried on to 2024 along the same cohorts. */
export const STATI_CIVILI: readonly (readonly [number, readonly number[], readonly number[]])[] = [
  [0, [100, 0, 0, 0], [100, 0, 0, 0]],
  [20, [99, 1, 0, 0], [96.5, 3.5, 0, 0]],
  [25, [92, 7.9, 0, 0.1], [82, 17.6, 0, 0.4]],
  [30, [76, 23.4, 0, 0.6], [60, 38.5, 0.1, 1.4]],
  [35, [56, 42.2, 0.1, 1.7], [42, 54.8, 0.3, 2.9]],
  [40, [43, 53.6, 0.2, 3.2], [32, 62.8, 0.7, 4.5]],
  [45, [32, 62.5, 0.4, 5.1], [24, 67.7, 1.3, 7]],
  [50, [26, 66.5, 0.7, 6.8], [19, 69.9, 2.5, 8.6]],
  [55, [19, 72, 1.2, 7.8], [14, 72.5, 4.3, 9.2]],
  [60, [13.5, 76.6, 2.1, 7.8], [10.5, 71.7, 9, 8.8]],
  [65, [9.5, 80.2, 3.3, 7], [8, 68.7, 15.6, 7.7]],
  [70, [7, 82, 5.4, 5.6], [7, 62, 25, 6]],
  [75, [6, 81, 8.8, 4.2], [6.3, 51.9, 37, 4.8]],
  [80, [5.3, 77.5, 14.2, 3], [6.7, 36.3, 53.5, 3.5]],
  [85, [5, 68, 25.2, 1.8], [7.5, 19.5, 70.8, 2.2]],
  [90, [5, 52, 41.8, 1.2], [9, 7.5, 82.2, 1.3]],
  [95, [5, 34, 60.3, 0.7], [10, 2, 87.3, 0.7]],
] // biome-ignore format: a table

/** Shares of the four for a sex at an age in years. */
export function statiCivili(sesso: 'M' | 'F', eta: number): readonly number[] {
  const [, uomini, donne] = STATI_CIVILI.findLast(([da]) => da <= eta)!
  return (sesso === 'M' ? uomini : donne).map(p => p / 100)
}

/** Of the married, how many are legally separated and live apart (2 % of adults; ISTAT, Annuario 2024). */
export const SEPARATI = 0.035
/** Of those who live in a couple how many are not married, by first age: 1.6 million couples of 14 (ISTAT, Matrimoni 2023), most of them young. */
const LIBERE: readonly (readonly [number, number])[] = [[0, 0.75], [25, 0.6], [30, 0.42], [35, 0.28], [40, 0.2], [45, 0.15], [50, 0.11], [55, 0.08], [60, 0.05], [65, 0.035]] // biome-ignore format: a table
/** Share of people of an age who live with a partner, married or not. */
export const inCoppia = (sesso: 'M' | 'F', eta: number): number =>
  (statiCivili(sesso, eta)[1]! * (1 - SEPARATI)) / (1 - LIBERE.findLast(([da]) => da <= eta)![1])

/** Of partners who live together unmarried, how many are divorced; the others are single (ISTAT, FSS 2016: libere unioni). */
export const CONVIVENTI_DIVORZIATI = 0.25

/** Mean age of a woman at her first marriage, by year of birth: ISTAT, Matrimoni (24.1 in 1970, 25.6 in 1990, 27.4 in 2000, 30.6 in
 *  2011, 32.7 in 2023), read along the cohorts; two years more for those born since 1970, of whom many marry before a child comes and
 *  are brought back to it. Her husband is some three years older at all times. */
export function etaAlMatrimonio(natoNel: number): number {
  const punti = [[1930, 24.5], [1946, 23.8], [1962, 24.6], [1970, 28], [1980, 32], [1990, 35]] as const // biome-ignore format: a table
  const i = punti.findIndex(([anno]) => natoNel < anno)
  if (i === 0) return punti[0][1]
  if (i < 0) return 35
  const [[a, x], [b, y]] = [punti[i - 1]!, punti[i]!]
  return x + ((y - x) * (natoNel - a)) / (b - a)
}
