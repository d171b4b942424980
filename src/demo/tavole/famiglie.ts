/** Per cent of families by number of members: one, two, three, four, five and more. ISTAT, Annuario statistico italiano 2024, ch. 3
 *  (media 2022–2023): 37, 27, 19, 13, 4, of 2.2 members on average; the five parts of the country from the same chapter and the
 *  census of 2019 (Le famiglie in Italia, 7 March 2022: 35.1 % alone in the country, 37.7 % north-west), rounded. */
const PARTI = {
  nordOvest: [39, 28, 17, 12.3, 3.7],
  nordEst: [37.5, 28, 18, 12.5, 4],
  centro: [38.5, 27, 18, 12.5, 4],
  sud: [32.5, 26, 20.5, 16, 5],
  isole: [36, 26.5, 19.5, 14, 4],
} as const
export const COMPONENTI_ITALIA: readonly number[] = [37, 27, 19, 13, 4]

export function componentiDi(regione: string): readonly number[] {
  if (regione <= '03' || regione === '07') return PARTI.nordOvest
  if (regione <= '08') return PARTI.nordEst
  if (regione <= '12') return PARTI.centro
  return regione <= '18' ? PARTI.sud : PARTI.isole
}

export type Forma = 'solo' | 'sola' | 'coppia' | 'figli' | 'madre' | 'padre' | 'nonna' | 'fratelli'
/** Forms of families: children at home, first class of age of who it is counted by (the woman of a couple, the parent, the eldest of
 *  brothers), families of each class from there. Only the shape matters: `equilibrio.ts` bends it until ages and numbers of members
 *  are the published ones. Shapes: ISTAT, Annuario 2024, tav. 3.9–3.12, by eye. */
export const FORME: readonly (readonly [Forma, number, number, readonly number[]])[] = [
  ['solo', 0, 4, [2, 5, 6.5, 6.5, 6.5, 7, 7, 6.5, 6, 5.5, 5, 4.5, 4, 3, 1.2, 0.25, 0.03]],
  ['sola', 0, 4, [2, 4, 4, 4, 4, 4.5, 5.5, 6.5, 8, 9.5, 11, 12.5, 13, 11, 5, 1.5, 0.2]],
  ['coppia', 0, 4, [1, 4, 5, 4, 3.5, 4, 6, 10, 15, 18, 17, 13, 8, 3, 0.6]],
  ['figli', 1, 4, [1.2, 3.5, 8, 9, 9, 10, 11, 10, 6, 3, 1.5, 0.7]],
  ['figli', 2, 4, [0.4, 2, 6, 12, 17, 19, 17, 9, 3, 1, 0.3]],
  ['figli', 3, 4, [0.05, 0.4, 1.2, 2.5, 4, 4.5, 3.5, 1.3, 0.4, 0.1]],
  ['figli', 4, 5, [0.1, 0.3, 0.6, 0.8, 0.7, 0.4, 0.1]],
  ['madre', 1, 4, [0.7, 1.5, 2.5, 3.5, 4.5, 5.5, 6, 5.5, 4, 3, 2.5, 2.5, 2.2, 1.2, 0.3]],
  ['madre', 2, 4, [0.2, 0.7, 1.2, 1.8, 2.2, 2.6, 2.5, 1.8, 1, 0.5, 0.4, 0.3, 0.2, 0.1]],
  ['padre', 1, 5, [0.1, 0.3, 0.5, 0.8, 1.2, 1.5, 1.6, 1.2, 0.9, 0.7, 0.5, 0.4, 0.2]],
  ['padre', 2, 6, [0.1, 0.2, 0.3, 0.4, 0.5, 0.4, 0.2, 0.1]],
  ['nonna', 1, 6, [0.6, 1, 1.4, 1.6, 1.3, 0.7]],
  ['nonna', 2, 6, [0.5, 1.2, 2, 2, 1.3, 0.6]],
  ['fratelli', 0, 6, [0.6, 0.8, 1, 1.4, 1.8, 2, 2, 1.5, 1.2, 0.8, 0.4]],
] // biome-ignore format: a table

/** Of a hundred couples without children, how many are a civil union. ISTAT (Matrimoni, unioni civili, separazioni e divorzi 2023,
 *  22 November 2024): 3 019 in the year, 56.1 % of them of two men; about 22 thousand since the law (76/2016) began on 5 June 2016. */
export const UNIONI_CIVILI = 0.0035
export const UNIONI_DI_UOMINI = 0.561
