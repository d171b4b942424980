import { expect, test } from 'vitest'
import { CAPIENZA, idAnpr, èIdAnpr } from './idAnpr.ts'

test('two schede never share an idANPR, and neighbours look unrelated', () => {
  const visti = new Set<string>()
  for (let id = 1; id <= 200_000; id++) visti.add(idAnpr(id))
  expect(visti.size).toBe(200_000)
  expect(idAnpr(1).slice(0, 2)).not.toBe(idAnpr(2).slice(0, 2))
})

test('the multipliers reach every number: they have no factor in common with the capacity', () => {
  const mcd = (a: number, b: number): number => (b === 0 ? a : mcd(b, a % b))
  expect(mcd(1_103_515_279, CAPIENZA)).toBe(1)
  expect(mcd(690_690_691, CAPIENZA)).toBe(1)
})

test('an idANPR with one character mistyped, or two neighbours swapped, is not one', () => {
  for (let id = 1; id < CAPIENZA; id += 17_000_003) {
    const giusto = idAnpr(id)
    expect(èIdAnpr(giusto)).toBe(true)
    const sbagliato = giusto.slice(0, 3) + ((Number(giusto[3]) + 1) % 10) + giusto.slice(4)
    expect(èIdAnpr(sbagliato)).toBe(false)
    if (giusto[3] !== giusto[4])
      expect(èIdAnpr(giusto.slice(0, 3) + giusto[4] + giusto[3] + giusto.slice(5))).toBe(false)
  }
  expect(èIdAnpr('AA0000')).toBe(false)
})

test('a number outside the capacity has no idANPR', () => {
  expect(() => idAnpr(0)).toThrow('no idANPR')
  expect(() => idAnpr(CAPIENZA)).toThrow('no idANPR')
})
