import { expect, test } from 'vitest'
import { FASCE, fascia, stato } from './contributo.ts'

test.each([
  [0, 1_000],
  [1, 1_000],
  [1_000, 1_000],
  [1_001, 1_500],
  [5_000, 1_500],
  [5_001, 2_000],
  [10_000, 2_000],
  [10_001, 3_400],
  [50_000, 3_400],
  [50_001, 7_000],
  [2_800_000, 7_000],
])('a comune of %i residents gets %i euro', (residenti, euro) => expect(fascia(residenti).euro).toBe(euro))

test.each([-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('%d residents are refused', residenti => {
  expect(() => fascia(residenti)).toThrow(RangeError)
})

test('each band begins where the one before it ends, and the last has no end', () => {
  for (const [n, f] of FASCE.entries()) expect(f.da).toBe(n === 0 ? 0 : FASCE[n - 1]!.fino! + 1)
  expect(FASCE.at(-1)?.fino).toBeNull()
})

test.each([
  ['2018-01-31', 'futura'],
  ['2018-02-01', 'aperta'],
  ['2021-12-31', 'aperta'],
  ['2022-01-01', 'chiusa'],
])('on %s requests are %s', (oggi, come) => {
  expect(stato({ dal: '2018-02-01', al: '2021-12-31' }, oggi)).toBe(come)
})
