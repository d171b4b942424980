// `Intl` for it-IT prints 7383 unless grouping is forced (measured, Node 20 and 24).
const INTERO = new Intl.NumberFormat('it-IT', { useGrouping: 'always', maximumFractionDigits: 0 })
const QUOTA = new Intl.NumberFormat('it-IT', {
  style: 'percent',
  minimumFractionDigits: 2,
  maximumFractionDigits: 2,
})

/** 7383 → `7.383` */
export const intero = (n: number): string => INTERO.format(n)

/** 7383 of 7903 → `93,42%`. Of nothing there is no share: undefined. */
export const percento = (parte: number, totale: number): string | undefined =>
  totale > 0 ? QUOTA.format(parte / totale) : undefined
