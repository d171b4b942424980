import { expect, test } from 'vitest'
import { contorni } from './contorni.ts'

test('the twenty regions of ISTAT have an outline, in at most 30 kB', async () => {
  const fatti = await contorni()
  expect([...fatti.keys()].toSorted()).toEqual(Array.from({ length: 20 }, (_, n) => String(n + 1).padStart(2, '0')))
  expect([...fatti.values()].reduce((s, c) => s + c.d.length, 0)).toBeLessThan(30_000)
})

test('each lies where Italy has it: the box around it says so', async () => {
  const fatti = await contorni()
  const centro = (codice: string) => {
    const [x, y, larga, alta] = fatti.get(codice)!.riquadro
    return { x: x + larga / 2, y: y + alta / 2 }
  }
  expect(centro('02').x, 'Valle d’Aosta is west of Veneto').toBeLessThan(centro('05').x)
  expect(centro('04').y, 'Trentino-Alto Adige is north of Lazio').toBeLessThan(centro('12').y)
  expect(centro('19').y, 'Sicilia is south of Calabria').toBeGreaterThan(centro('18').y)
  expect(centro('20').x, 'Sardegna is west of Lazio').toBeLessThan(centro('12').x)
  for (const { riquadro } of fatti.values()) {
    const [x, y, larga, alta] = riquadro
    expect([x >= -1, y >= -1, x + larga <= 611, y + alta <= 794]).toEqual([true, true, true, true])
  }
})

test('they are made once', async () => {
  expect(await contorni()).toBe(await contorni())
})
