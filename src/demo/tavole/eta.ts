/** Residents by age and sex, in thousands: five-year classes 0–4, 5–9, … 95–99, 100 and more; men, women. Rebuilt from ISTAT's
 *  births by year (serie storiche) and made to fit what ISTAT printed for 1 January 2024 (Indicatori demografici 2023, 29 March
 *  2024): 7 185 thousand aged 0–14, 37 447 aged 15–64, 14 358 aged 65 and more, of them 4 554 aged 80 and more, 22 500 of a
 *  hundred. A single class may be off by some 2 %. */
export const PIRAMIDE: readonly (readonly [number, number])[] = [
  [1029, 971], [1247, 1173], [1427, 1338], [1500, 1400], [1565, 1445], [1580, 1480], [1645, 1585], [1700, 1670], [1855, 1845],
  [2180, 2200], [2340, 2390], [2355, 2445], [2060, 2200], [1745, 1915], [1550, 1760], [1280, 1554], [895, 1245], [550, 930],
  [215, 495], [45, 155], [4, 18.5],
] // biome-ignore format: a table

export const CLASSI = PIRAMIDE.length
/** Number of the five-year class of an age in years. */
export const classeDi = (eta: number): number => Math.min(CLASSI - 1, Math.max(0, Math.floor(eta / 5)))
export const nomeClasse = (classe: number): string =>
  classe === CLASSI - 1 ? '100+' : `${classe * 5}-${classe * 5 + 4}`

/** Per cent of residents aged 0–14, and 65 and more, by region; ISTAT, Indicatori demografici, 1 January 2024, rounded. Of the
 *  census of 31 December 2024 the press printed the ends: Campania and Trentino-Alto Adige youngest, Liguria and Sardegna oldest. */
const GIOVANI_E_ANZIANI: Readonly<Record<string, readonly [number, number]>> = {
  '01': [11.4, 26.6],
  '02': [11.9, 25.1],
  '03': [12.6, 23.6],
  '04': [14.0, 22.2],
  '05': [12.2, 24.4],
  '06': [11.2, 27.0],
  '07': [10.4, 29.0],
  '08': [12.2, 24.8],
  '09': [11.4, 26.5],
  10: [11.4, 27.0],
  11: [11.6, 26.2],
  12: [12.3, 23.6],
  13: [11.7, 25.6],
  14: [10.4, 27.2],
  15: [13.7, 20.9],
  16: [12.1, 24.2],
  17: [11.1, 25.5],
  18: [12.7, 23.8],
  19: [13.2, 22.9],
  20: [10.0, 27.4],
}

/** Shares of residents of a region by class of age, then sex (men, women): they sum to 1. Inside 0–14, 15–64 and 65 and more the
 *  classes keep the country's proportions. Without a region: Italy's. */
export function piramideDi(regione?: string): readonly (readonly [number, number])[] {
  const gruppo = (i: number) => (i < 3 ? 0 : i < 13 ? 1 : 2)
  const somme = [0, 0, 0]
  for (const [i, [m, f]] of PIRAMIDE.entries()) somme[gruppo(i)]! += m + f
  const totale = somme.reduce((a, b) => a + b)
  const suoi = regione === undefined ? undefined : GIOVANI_E_ANZIANI[regione]
  const quote = suoi ? [suoi[0], 100 - suoi[0] - suoi[1], suoi[1]].map(q => q / 100) : somme.map(s => s / totale)
  return PIRAMIDE.map(([m, f], i) => {
    const k = quote[gruppo(i)]! / somme[gruppo(i)]!
    return [m * k, f * k] as const
  })
}
