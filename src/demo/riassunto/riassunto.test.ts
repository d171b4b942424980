import { describe, expect, test } from 'vitest'
import { gruppo } from '../persone/comune.ts'
import { conta } from '../persone/conta.ts'
import { esigiFornitura } from '../persone/fornitura.ts'
import { COGNOMI, OVUNQUE } from '../tavole/cognomi.ts'
import { piramideDi } from '../tavole/eta.ts'
import { NOMI, NOMI_DEL_LUOGO } from '../tavole/nomi.ts'
import { conteggi } from './conta.ts'
import { distanza, distanze } from './distanze.ts'
import { riassunto } from './stampa.ts'

const di = (comune: string, soggetti = 50_000) =>
  conteggi({ comune, soggetti, aire: Math.floor(soggetti / 11), seme: 1, versione: 1, estratta: '2026-11-25' })
const MILANO = di('015146')
const parti = (lista: string) => lista.trim().split(/\s*,\s*/)

describe('the tables', () => {
  test('shares of ages and sexes sum to one in every region; Italy has 12.2 % aged 0–14 and 24.3 % of 65 and more', () => {
    for (const r of [undefined, '03', '07', '15', '20']) {
      expect(
        piramideDi(r)
          .flat()
          .reduce((s, v) => s + v, 0),
      ).toBeCloseTo(1)
    }
    const quota = (da: number, a: number) =>
      piramideDi()
        .slice(da, a)
        .flat()
        .reduce((s, v) => s + v, 0)
    expect(quota(0, 3)).toBeCloseTo(0.122, 3)
    expect(quota(13, 21)).toBeCloseTo(0.243, 2)
  })
  test('there are 1,500 surnames and 400 names at least, tails not counted', () => {
    const cognomi = new Set(Object.values(COGNOMI).concat(OVUNQUE).flatMap(parti))
    const nomi = new Set(
      [...NOMI.flatMap(([, d, u]) => [d, u]), ...Object.values(NOMI_DEL_LUOGO).flat()].flatMap(parti),
    )
    console.log(`${cognomi.size} surnames, ${nomi.size} names`)
    expect(cognomi.size).toBeGreaterThanOrEqual(1500)
    expect(nomi.size).toBeGreaterThanOrEqual(400)
  })
})

test('distance is nothing for equal shares, one for shares that have nothing in common', () => {
  expect(distanza([1, 2, 1], [25, 50, 25])).toBe(0)
  expect(distanza([1, 0], [0, 1])).toBe(1)
})

// Stated bounds at 50,000 soggetti: about twice what was seen. Of ages some 0.011 is chance: forty-two shares of 45,000 people.
const LIMITI = [
  ['età e sesso', /regione/, 0.025],
  ['componenti', /ripartizione/, 0.015],
  ['stato civile', /./, 0.015],
  ['quota stranieri', /./, 0.02],
  ['cittadinanze', /luogo/, 0.09],
  ['stati esteri', /./, 0.06],
] as const
describe.each([
  ['Milano', '015146'],
  ['Napoli', '063049'],
  ['Bolzano', '021008'],
  ['Genova', '010025'],
  ['Cagliari', '092009'],
  ['Gubbio', '054024'],
])('%s is near the published tables', (_, comune) => {
  const n = comune === '015146' ? MILANO : di(comune)
  test.each(LIMITI)('%s (%s) within %d', (tavola, rispetto, limite) => {
    const d = distanze(n).find(x => x.tavola === tavola && rispetto.test(x.rispetto))!
    expect(d.valore).toBeLessThan(limite)
  })
})

test('who lives in a small comune was born where the hospital is', () => {
  const nati = (n: ReturnType<typeof di>) => n.nati[0] / (n.nati[0] + n.nati[1] + n.nati[2])
  expect(nati(di('083090', 5000))).toBeLessThan(0.3)
  expect(nati(MILANO)).toBeGreaterThan(0.5)
})

test('women marry at 24 to 31 by cohort, men are three years older', () => {
  const eta = new Map<number, number[]>()
  const differenze: number[] = []
  const media = (x: readonly number[]) => x.reduce((s, v) => s + v, 0) / x.length
  const a = esigiFornitura(MILANO.fornitura)
  const { pianta, parti } = conta(a, 40_000, 0, Number.POSITIVE_INFINITY)
  for (let i = 0; i < parti[0]!.a; i++) {
    const g = gruppo(a, pianta, i)
    const lei = g.persone.find(p => p.sesso === 'F' && p.coniuge && p.statoCivile === '2')
    if (!lei || lei.coniuge!.sesso === 'F') continue
    const decennio = Math.floor((1970 + lei.nascita / 365.25) / 10) * 10
    eta.set(decennio, [...(eta.get(decennio) ?? []), (g.nozze!.il - lei.nascita) / 365.25])
    differenze.push((lei.nascita - lei.coniuge!.nascita) / 365.25)
  }
  for (const [decennio, da, al] of [
    [1940, 23, 27],
    [1960, 24, 28],
    [1970, 26, 30],
    [1980, 27, 31],
  ] as const) {
    // biome-ignore format: a table
    expect(media(eta.get(decennio)!), String(decennio)).toBeGreaterThan(da)
    expect(media(eta.get(decennio)!), String(decennio)).toBeLessThan(al)
  }
  expect(media(differenze)).toBeGreaterThan(2)
  expect(media(differenze)).toBeLessThan(4)
})

test('surnames have the flavour of the place', () => {
  const primi = (n: ReturnType<typeof di>) =>
    [...n.cognomi]
      .sort((a, b) => b[1] - a[1])
      .slice(0, 15)
      .map(([c]) => c)
  expect(primi(di('063049', 20_000))).toEqual(expect.arrayContaining(['ESPOSITO', 'RUSSO', 'COPPOLA']))
  expect(primi(di('092009', 20_000))).toEqual(expect.arrayContaining(['SANNA', 'PIRAS', 'MELIS']))
  expect(primi(di('021011', 20_000))).toEqual(expect.arrayContaining(['MAIR', 'HOFER', 'PICHLER']))
  expect(primi(MILANO)).toEqual(expect.arrayContaining(['COLOMBO', 'FERRARI', 'BIANCHI']))
})

test('the summary tells ages, families, names, civil status, foreigners and the distances, in Italian', () => {
  const testo = riassunto(MILANO)
  for (const titolo of [
    'ETÀ E SESSO',
    'FAMIGLIE PER COMPONENTI',
    'STATO CIVILE',
    'COGNOMI E NOMI',
    'CITTADINANZA',
    'DISTANZA',
  ])
    expect(testo).toContain(titolo)
  expect(testo).toMatch(/█ 80-84 █/)
  expect(testo).not.toMatch(/NaN|undefined/)
  expect(Math.max(...testo.split('\n').map(r => r.length))).toBeLessThan(120)
})

test('the summary of a register with nobody abroad, and of a single person, is told too', () => {
  const uno = { comune: '001121', soggetti: 1, aire: 0, seme: 1, versione: 1, estratta: '2026-11-25' }
  expect(riassunto(conteggi(uno))).not.toMatch(/NaN|undefined/)
})
