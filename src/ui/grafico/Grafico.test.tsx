import fc from 'fast-check'
import { XmlDocument } from 'libxml2-wasm'
import { expect, test } from 'vitest'
import { it } from '../testi/it.ts'
import { type DatiGrafico, disegna } from './disegno.ts'
import { CSP_SVG, fileSvg } from './FileSvg.tsx'
import { Grafico } from './Grafico.tsx'
import { numeroDelGiorno, taccheDelTempo } from './scala.ts'

const M = { larghezza: 600, altezza: 330, carattere: 16 }
const colonne = (valori: number[]): DatiGrafico => ({
  tipo: 'colonne',
  previsto: false,
  colonne: valori.map((valore, n) => ({ breve: String(2016 + n), nome: String(2016 + n), valore })),
})
const curva = (punti: { giorno: string; valore: number }[], dal: string, al: string): DatiGrafico => ({
  tipo: 'curva',
  previsto: false,
  dal,
  al,
  punti,
})
const UNO = curva([{ giorno: '2026-11-20', valore: 1 }], '2026-11-20', '2026-11-20')
const PROVE: [string, DatiGrafico][] = [
  ['columns', colonne([3, 0, 1_400_000])],
  ['one column', colonne([1])],
  ['columns that are all zero', colonne([0, 0])],
  ['a thousand columns', colonne(Array.from({ length: 1000 }, (_, n) => n))],
  ['a curve', curva([{ giorno: '2018-07-14', valore: 5 }], '2018-07-14', '2026-11-25')],
  ['a curve of one point on one day', UNO],
]

test.each(PROVE)('%s: well-formed, nothing styled inline, every number a number', async (_che, dati) => {
  const html = await (<Grafico id="g" dati={dati} messaggio="Da <0> & più" testi={it} />)
  const doc = XmlDocument.fromString(html)
  doc.dispose()
  expect(html).not.toMatch(/\sstyle=|<style|NaN|undefined|Infinity/)
  expect(html).toContain('role="img" aria-labelledby="g-messaggio"')
  expect(html).toContain('Da &lt;0> &amp; più')
})

test.each(PROVE)(
  '%s as a file stands alone: namespace, title, message, source and its own style',
  async (_che, dati) => {
    const svg = await fileSvg({
      titolo: 'Comuni in ANPR',
      sottotitolo: 'Trentino-Alto Adige, per anno',
      messaggio: 'Da 0 a 1',
      fonte: 'Fonte: ANPR',
      dati,
      testi: it,
    })
    const doc = XmlDocument.fromString(svg)
    expect(doc.root.namespaceUri).toBe('http://www.w3.org/2000/svg')
    doc.dispose()
    for (const t of ['<title id="titolo">', '<desc id="messaggio">Da 0 a 1<', '<style>', 'Fonte: ANPR']) {
      expect(svg).toContain(t)
    }
    expect(svg).not.toMatch(/\sstyle=|var\(|NaN|undefined|<script|href/)
    expect(CSP_SVG).toMatch(/^default-src 'none'; style-src 'sha256-[\w+/]{43}=';/)
  },
)

test('columns stand on the ground, as tall as their value, and stay inside the frame', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(70_000_000), { minLength: 1, maxLength: 80 }), valori => {
      const d = disegna(colonne(valori), M, it)
      const alta = Math.max(...d.colonne.map(c => c.altezza))
      d.colonne.forEach((c, n) => {
        expect(c.y + c.altezza).toBe(d.base)
        expect(c.altezza).toBeGreaterThanOrEqual(0)
        expect(Math.abs(c.altezza / (alta || 1) - (valori[n] ?? 0) / (Math.max(...valori) || 1))).toBeLessThan(0.02)
      })
      expect(d.colonne.every(c => c.x >= d.sinistra - 1 && c.x + c.larghezza <= d.destra + 1 && c.y >= 0)).toBe(true)
      expect(d.valore.y).toBeGreaterThan(10)
    }),
  )
})

test('a curve starts on the ground at the left and arrives at the total at the right', () => {
  const d = disegna(curva([{ giorno: '2018-07-14', valore: 500 }], '2018-07-14', '2026-11-25'), M, it)
  expect(d.curva?.linea).toMatch(new RegExp(`^M${d.sinistra},${d.base}L`))
  expect(d.curva?.linea).toMatch(new RegExp(`L${d.destra},${d.curva?.fine.y}`))
  expect(d.valore.testo).toBe('500')
})

test('a curve of 2,000 days is no heavier than the width of the drawing', () => {
  const punti = Array.from({ length: 2000 }, (_, n) => ({ giorno: giorno(n), valore: n + 1 }))
  const d = disegna(curva(punti, giorno(0), giorno(1999)), M, it)
  expect(d.curva?.linea.length).toBeLessThan(14_000)
  expect(d.valore.testo).toBe('2.000')
})

test('ticks are whole numbers: half a comune is not drawn', () => {
  expect(disegna(colonne([1]), M, it).orizzontali.map(o => o.testo)).toEqual(['0', '1'])
})

test('ticks are grouped, and in millions where the values are', () => {
  expect(disegna(colonne([7383]), M, it).orizzontali.at(-1)?.testo).toBe('8.000')
  expect(disegna(colonne([63_313_032]), M, it).orizzontali.map(o => o.testo)).toContain('20 mln')
  expect(disegna(colonne([2_500_000]), M, it).orizzontali.map(o => o.testo)).toContain('1 mln')
})

test('ticks of time never collide: as many as have room, all between the ends', () => {
  fc.assert(
    fc.property(fc.nat(30_000), fc.nat(30_000), fc.integer({ min: 2, max: 9 }), (a, b, anni) => {
      const [dal, al] = [giorno(Math.min(a, b)), giorno(Math.max(a, b))]
      const tacche = taccheDelTempo(dal, al, { anni, mesi: 2 }, { mese: (x, m) => `${m} ${x}`, giorno: g => g })
      expect(tacche.length).toBeGreaterThan(0)
      expect(tacche.length).toBeLessThanOrEqual(tacche.every(k => /^\d{4}$/.test(k.testo)) ? anni : 2)
      for (const t of tacche) {
        expect(t.valore).toBeGreaterThanOrEqual(numeroDelGiorno(dal))
        expect(t.valore).toBeLessThanOrEqual(numeroDelGiorno(al))
      }
    }),
  )
})

/** The nth day after 1 January 2016, for tests. */
function giorno(n: number): string {
  return new Date(Date.UTC(2016, 0, 1 + n)).toISOString().slice(0, 10)
}
