import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { èFestivo } from '../calendario/index.ts'
import { giorniTra, prorogabileFinoAl, scadenze } from './scadenze.ts'

test.each([
  ['2022-03-07', '2022-04-07', '2022-04-06'], // italia/anpr #3198: the 30th day
  ['2022-01-31', '2022-02-28', '2022-03-02'],
  ['2024-01-31', '2024-02-29', '2024-03-01'],
  ['2026-07-15', '2026-08-17', '2026-08-14'], // Assumption is a Saturday: Monday 17
  ['2026-03-06', '2026-04-07', '2026-04-05'], // Easter Monday
  ['2025-11-30', '2025-12-30', '2025-12-30'],
  ['2026-11-26', '2026-12-28', '2026-12-26'], // Saint Stephen, a Saturday, then Sunday
])('received on %s: lawful until %s, the 30th day is %s', (ricevuta, legge, trentesimo) => {
  expect(scadenze(ricevuta, false)).toMatchObject({ legge, trentesimo })
})

test('three months in all where it was extended, from receipt and not from the first term', () => {
  expect(scadenze('2025-11-30', true).legge).toBe('2026-03-02') // 28 February is a Saturday
  expect(scadenze('2026-01-31', true).comune).toBe('2026-04-30')
})

test('over ten years: never on a day off, at least a calendar month, the comune is never shown a later day than the law has', () => {
  let g = Temporal.PlainDate.from('2021-01-01')
  for (; g.year < 2031; g = g.add({ days: 1 })) {
    const ricevuta = g.toString()
    const s = scadenze(ricevuta, false)
    const ultimo = Temporal.PlainDate.from(s.legge)
    expect([ricevuta, ultimo.dayOfWeek === 6 || èFestivo(s.legge)]).toEqual([ricevuta, false])
    const mese = ((g.month % 12) + 1) as number
    // The last day of a shorter month where the date is missing; after that only days off may lie before it.
    const pieno = Temporal.PlainDate.from({ year: g.year + (g.month === 12 ? 1 : 0), month: mese, day: 1 })
    let atteso = pieno.with({ day: Math.min(g.day, pieno.daysInMonth) })
    while (atteso.dayOfWeek > 5 || èFestivo(atteso.toString())) atteso = atteso.add({ days: 1 })
    expect([ricevuta, s.legge]).toEqual([ricevuta, atteso.toString()])
    expect(s.comune <= s.legge && s.comune <= s.trentesimo).toBe(true)
    expect(giorniTra(ricevuta, s.trentesimo)).toBe(30)
    const tre = scadenze(ricevuta, true)
    expect(tre.legge > s.legge && giorniTra(ricevuta, tre.legge) >= 89).toBe(true)
    expect(prorogabileFinoAl(ricevuta)).toBe(s.legge)
  }
})
