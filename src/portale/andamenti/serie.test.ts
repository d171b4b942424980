import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Passo } from '../../statistiche/index.ts'
import { giornoPerGiorno, perPeriodo } from './serie.ts'

const due = (n: number) => String(n).padStart(2, '0')
const giorno = fc
  .tuple(fc.integer({ min: 2016, max: 2031 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([a, m, g]) => `${a}-${due(m)}-${due(g)}`)
const passi: fc.Arbitrary<Passo[]> = fc
  .uniqueArray(
    fc.record({ giorno, comuni: fc.integer({ min: 1, max: 90 }), cittadini: fc.integer({ min: 0, max: 3_000_000 }) }),
    { selector: p => p.giorno, maxLength: 40 },
  )
  .map(p => p.toSorted((a, b) => (a.giorno < b.giorno ? -1 : 1)))
const somma = (p: readonly { comuni: number; cittadini: number }[]) => [
  p.reduce((n, x) => n + x.comuni, 0),
  p.reduce((n, x) => n + x.cittadini, 0),
]

test.each(['anno', 'mese'] as const)('periods (%s) add up to the days, and the last total is their sum', chiesta => {
  fc.assert(
    fc.property(passi, giorno, (p, fino) => {
      const { periodi } = perPeriodo(p, chiesta, fino)
      expect(somma(periodi)).toEqual(somma(p))
      const ultimo = periodi.at(-1)
      if (ultimo) expect([ultimo.comuni_totale, ultimo.cittadini_totale]).toEqual(somma(p))
    }),
  )
})

test('every year from the first to the last is there once, and no month is left out', () => {
  fc.assert(
    fc.property(passi, giorno, (p, fino) => {
      const { unita, periodi } = perPeriodo(p, 'mese', fino)
      const numeri = periodi.map(x =>
        unita === 'anno' ? Number(x.periodo) : Number(x.periodo.slice(0, 4)) * 12 + Number(x.periodo.slice(5)),
      )
      expect(numeri).toEqual(numeri.map((_, n) => (numeri[0] ?? 0) + n))
      expect(periodi.length).toBeLessThanOrEqual(60)
    }),
  )
})

test('each year is the sum of its own days, one without entries is zero', () => {
  const p = [
    { giorno: '2018-07-14', comuni: 1, cittadini: 10 },
    { giorno: '2018-12-31', comuni: 2, cittadini: 20 },
    { giorno: '2020-01-01', comuni: 3, cittadini: 30 },
  ]
  expect(perPeriodo(p, 'anno', '2021-04-08').periodi).toEqual([
    { periodo: '2018', comuni: 3, cittadini: 30, comuni_totale: 3, cittadini_totale: 30 },
    { periodo: '2019', comuni: 0, cittadini: 0, comuni_totale: 3, cittadini_totale: 30 },
    { periodo: '2020', comuni: 3, cittadini: 30, comuni_totale: 6, cittadini_totale: 60 },
    { periodo: '2021', comuni: 0, cittadini: 0, comuni_totale: 6, cittadini_totale: 60 },
  ])
})

test('a plan with one date many years ahead is told by year, not by a thousand months', () => {
  const p = ['2026-12-05', '2099-01-01'].map(g => ({ giorno: g, comuni: 1, cittadini: 1 }))
  const { unita, periodi } = perPeriodo(p, 'mese')
  expect([unita, periodi.length]).toEqual(['anno', 74])
})

test('without entries there are no periods, whatever the day', () => {
  expect(perPeriodo([], 'anno', '2026-11-25').periodi).toEqual([])
})

test('steps out of order are refused, not counted wrong', () => {
  const p = ['2020-01-01', '2018-01-01', '2019-01-01'].map(g => ({ giorno: g, comuni: 1, cittadini: 1 }))
  expect(() => perPeriodo(p, 'anno')).toThrow('in order of day')
})

test('day by day, totals only grow and end at the sum', () => {
  fc.assert(
    fc.property(passi, p => {
      const g = giornoPerGiorno(p)
      expect(g.every((x, n) => x.comuni_totale > (g[n - 1]?.comuni_totale ?? 0))).toBe(true)
      expect([g.at(-1)?.comuni_totale ?? 0, g.at(-1)?.cittadini_totale ?? 0]).toEqual(somma(p))
    }),
  )
})
