import { scaleLinear } from 'd3-scale'
import { intero } from '../numeri.ts'

const MILIONI = new Intl.NumberFormat('it-IT', { maximumFractionDigits: 1 })

/** Days since 1970: a number to place a calendar date on an axis, never a `Date`. */
export const numeroDelGiorno = (giorno: string): number =>
  Date.UTC(Number(giorno.slice(0, 4)), Number(giorno.slice(5, 7)) - 1, Number(giorno.slice(8))) / 86_400_000

export interface Tacca {
  valore: number
  testo: string
}

/** Vertical axis from zero: whole numbers only, in millions (`2,5 mln`) where the largest is one or more. */
export function asseVerticale(massimo: number, altezza: number, mln: (n: string) => string) {
  const scala = scaleLinear()
    .domain([0, Math.max(1, massimo)])
    .range([altezza, 0])
    .nice(4)
  const tacche: Tacca[] = scala
    .ticks(4)
    .filter(Number.isInteger)
    .map(v => ({ valore: v, testo: massimo >= 1e6 && v > 0 ? mln(MILIONI.format(v / 1e6)) : intero(v) }))
  return { y: (v: number) => scala(v), tacche }
}

/** Distances between ticks of time, in months. */
const PASSI = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200]

/** Firsts of months or years between two days, as many as have room (`quante`: years are written shorter than months);
 *  the two days themselves where fewer than two firsts fall between them. `scrivi.mese` gets a month from 1 to 12. */
export function taccheDelTempo(
  dal: string,
  al: string,
  quante: { anni: number; mesi: number },
  scrivi: { mese: (anno: number, mese: number) => string; giorno: (giorno: string) => string },
): Tacca[] {
  const mesi = (g: string) => Number(g.slice(0, 4)) * 12 + Number(g.slice(5, 7)) - 1
  const primo = dal.endsWith('-01') ? mesi(dal) : mesi(dal) + 1
  for (const passo of PASSI) {
    const da = Math.ceil(primo / passo) * passo
    const n = Math.floor((mesi(al) - da) / passo) + 1
    if (n > (passo % 12 === 0 ? quante.anni : quante.mesi)) continue
    if (n < 2) break
    return Array.from({ length: n }, (_, i) => {
      const m = da + i * passo
      const [anno, mese] = [Math.floor(m / 12), (m % 12) + 1]
      const giorno = `${String(anno).padStart(4, '0')}-${String(mese).padStart(2, '0')}-01`
      return { valore: numeroDelGiorno(giorno), testo: passo % 12 === 0 ? String(anno) : scrivi.mese(anno, mese) }
    })
  }
  return [...new Set([dal, al])].map(g => ({ valore: numeroDelGiorno(g), testo: scrivi.giorno(g) }))
}
