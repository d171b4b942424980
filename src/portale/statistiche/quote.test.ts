import { expect, test } from 'vitest'
import type { Gruppi } from '../../statistiche/index.ts'
import { cifre, scala, tinta } from './quote.ts'

const gruppi = (g: Partial<Gruppi>): Gruppi => ({
  residenti_in: 0,
  aire_in: 0,
  famiglie_in: 0,
  convivenze_in: 0,
  residenti_pianificati: 0,
  aire_pianificati: 0,
  residenti_fuori: 0,
  aire_fuori: 0,
  comuni_in: 0,
  comuni_pianificati: 0,
  comuni_fuori: 0,
  ...g,
})
/** A region with this share (%) of its citizens in. */
const al = (quota: number) => cifre(gruppi({ residenti_in: quota * 100, residenti_fuori: 10_000 - quota * 100 }))

test('citizens are residents plus AIRE, in three groups that make the total', () => {
  const c = cifre(
    gruppi({
      residenti_in: 1,
      aire_in: 2,
      residenti_pianificati: 4,
      aire_pianificati: 8,
      residenti_fuori: 16,
      aire_fuori: 32,
    }),
  )
  expect(c.cittadini).toEqual({ in: 3, pianificati: 12, fuori: 48, totale: 63 })
})

test('a limit belongs to the class above it, and nobody in is a class of its own', () => {
  const s = [85, 90, 95, 98]
  expect([0, 0.01, 84.99, 85, 94.99, 95, 98, 100].map(q => tinta(al(q), s))).toEqual([
    'tinta-0',
    'tinta-1',
    'tinta-1',
    'tinta-2',
    'tinta-3',
    'tinta-4',
    'tinta-5',
    'tinta-5',
  ])
})

test.each([
  ['in 2021, as the ministry showed it', [84.68, 99.68, 99.01, 92, 96], [85, 90, 95, 98]],
  ['near the end', [96, 97.5, 98.2, 99.5], [95, 97, 98, 99]],
  ['half way', [45, 55, 75, 85, 95], [50, 70, 80, 90]],
  ['at the beginning', [5, 25, 45, 65, 85], [20, 40, 60, 80]],
])('the shading says something %s', (_, quote, limiti) => {
  expect(scala(quote.map(al))).toEqual(limiti)
})
