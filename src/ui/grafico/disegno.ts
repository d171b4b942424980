import { scaleBand, scaleLinear } from 'd3-scale'
import { curveStepAfter, line } from 'd3-shape'
import { intero } from '../numeri.ts'
import type { Testi } from '../testi/it.ts'
import { asseVerticale, numeroDelGiorno, type Tacca, taccheDelTempo } from './scala.ts'

/** What a chart shows. Days are AAAA-MM-GG; `previsto`: not yet happened, drawn hatched or dashed. */
export type DatiGrafico = { previsto: boolean } & (
  | {
      tipo: 'curva'
      /** first and last day of the axis */
      dal: string
      al: string
      /** running totals by day, oldest first; at least one */
      punti: readonly { giorno: string; valore: number }[]
    }
  | {
      tipo: 'colonne'
      /** one a period, oldest first, at least one; `breve` stands under the column */
      colonne: readonly { breve: string; nome: string; valore: number }[]
    }
)

/** Sizes in the units of the viewBox, which are pixels where the chart is shown as large as it was drawn. */
export interface Misure {
  larghezza: number
  altezza: number
  carattere: number
}

/** A chart as numbers: whoever paints it adds only colours. */
export interface Disegno extends Misure {
  base: number
  sinistra: number
  destra: number
  orizzontali: { y: number; testo: string }[]
  verticali: { x: number; testo: string; ancora: 'start' | 'middle' | 'end' }[]
  curva: { linea: string; area: string; fine: { x: number; y: number } } | undefined
  colonne: { x: number; y: number; larghezza: number; altezza: number; testo: string }[]
  /** The one value that is written out: where the curve arrives, or the tallest column. */
  valore: { x: number; y: number; testo: string; ancora: 'start' | 'middle' | 'end' }
}

const LETTERA = 0.56 // width of a character of Titillium Web, of its size; figures are 0.52
const SOPRA = 34
const mezzo = (n: number) => Math.round(n * 2) / 2

/** Where a text of this length stands so that it stays between the edges. */
function ancora(x: number, testo: string, m: Misure, da: number, a: number): { ancora: 'start' | 'middle' | 'end' } {
  const meta = (testo.length * LETTERA * m.carattere) / 2
  return { ancora: x - meta < da ? 'start' : x + meta > a ? 'end' : 'middle' }
}

/** At most one point for each unit of width, the last: 1,600 days of entries are 500 steps to the eye. */
function sfoltisci(punti: readonly { x: number; y: number }[]): { x: number; y: number }[] {
  const tenuti = new Map<number, { x: number; y: number }>()
  for (const p of punti) tenuti.set(Math.round(p.x), { x: Math.round(p.x), y: mezzo(p.y) })
  return [...tenuti.values()]
}

/** Draws a chart: a curve of steps from zero to the total, or columns. */
export function disegna(dati: DatiGrafico, m: Misure, testi: Testi): Disegno {
  const t = testi.andamenti.grafico
  const valori = dati.tipo === 'curva' ? dati.punti.map(p => p.valore) : dati.colonne.map(c => c.valore)
  const base = Math.round(m.altezza - m.carattere * 2.2)
  const { y, tacche } = asseVerticale(Math.max(...valori), base - SOPRA, t.milioni)
  const lungo = Math.max(...tacche.map(k => k.testo.length))
  const sinistra = Math.ceil(lungo * LETTERA * m.carattere) + 10
  const destra = m.larghezza - 8
  const su = (v: number) => SOPRA + y(v)
  const comune = {
    ...m,
    base,
    sinistra,
    destra,
    orizzontali: tacche.map(k => ({ y: mezzo(su(k.valore)), testo: k.testo })),
  }

  if (dati.tipo === 'colonne') {
    const scala = scaleBand<number>()
      .domain(dati.colonne.map((_, n) => n))
      .range([sinistra, destra])
      .paddingInner(0.28)
      .paddingOuter(0.14)
    const larghezza = Math.min(scala.bandwidth(), 72)
    const centro = (n: number) => (scala(n) ?? sinistra) + scala.bandwidth() / 2
    const colonne = dati.colonne.map((c, n) => ({
      x: mezzo(centro(n) - larghezza / 2),
      y: mezzo(su(c.valore)),
      larghezza: mezzo(larghezza),
      altezza: base - mezzo(su(c.valore)),
      testo: `${c.nome}: ${intero(c.valore)}`,
    }))
    const posto = Math.max(...dati.colonne.map(c => c.breve.length)) * LETTERA * m.carattere + 8
    const ogni = Math.ceil(posto / scala.step())
    const ultima = dati.colonne.length - 1
    const alta = valori.indexOf(Math.max(...valori))
    const testo = intero(valori[alta] ?? 0)
    return {
      ...comune,
      curva: undefined,
      colonne,
      verticali: dati.colonne.flatMap((c, n) =>
        (ultima - n) % ogni === 0 ? [{ x: mezzo(centro(n)), testo: c.breve, ancora: 'middle' as const }] : [],
      ),
      valore: {
        x: mezzo(centro(alta)),
        y: su(valori[alta] ?? 0) - 8,
        testo,
        ...ancora(centro(alta), testo, m, sinistra, destra),
      },
    }
  }

  const da = numeroDelGiorno(dati.dal)
  const tempo = scaleLinear()
    .domain([da, Math.max(numeroDelGiorno(dati.al), da + 1)])
    .range([sinistra, destra])
  const ultimo = valori.at(-1) ?? 0
  const passi = sfoltisci([
    { x: sinistra, y: su(0) },
    ...dati.punti.map(p => ({ x: tempo(numeroDelGiorno(p.giorno)), y: su(p.valore) })),
  ])
  // A first step that stands on the axis itself rises from zero there.
  const punti = [{ x: sinistra, y: mezzo(su(0)) }, ...passi, { x: destra, y: mezzo(su(ultimo)) }]
  const disegnata = line<{ x: number; y: number }>(
    p => p.x,
    p => p.y,
  ).curve(curveStepAfter)
  const linea = disegnata(punti) ?? ''
  const scrivi = {
    mese: (anno: number, mese: number) => `${t.mesi[mese - 1] ?? ''} ${anno}`,
    giorno: (g: string) => `${Number(g.slice(8))} ${t.mesi[Number(g.slice(5, 7)) - 1] ?? ''} ${g.slice(0, 4)}`,
  }
  const posti = (lettere: number) => Math.floor((destra - sinistra) / (lettere * LETTERA * m.carattere + 12))
  const quante = { anni: posti(4), mesi: posti(8) }
  const testo = intero(ultimo)
  return {
    ...comune,
    colonne: [],
    curva: {
      linea,
      area: `${linea}L${destra},${base}L${sinistra},${base}Z`,
      fine: { x: destra, y: mezzo(su(ultimo)) },
    },
    verticali: taccheDelTempo(dati.dal, dati.al, quante, scrivi).map((k: Tacca) => {
      const x = mezzo(tempo(k.valore))
      return { x, testo: k.testo, ...ancora(x, k.testo, m, 0, m.larghezza) }
    }),
    valore: { x: destra, y: su(ultimo) - 12, testo, ancora: 'end' },
  }
}
