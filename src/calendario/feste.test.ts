import { expect, test } from 'vitest'
import { feste, pasqua, primoFeriale, èFestivo } from './index.ts'

// Easter as published by the United States Naval Observatory and found in every printed calendar; the earliest (1818,
// 22 March), the latest (1943 and 2038, 25 April), and the exceptions of the rule (1954, 1981, 2049, 2076).
test.each([
  [1818, '1818-03-22'],
  [1943, '1943-04-25'],
  [1954, '1954-04-18'],
  [1981, '1981-04-19'],
  [2000, '2000-04-23'],
  [2008, '2008-03-23'],
  [2011, '2011-04-24'],
  [2016, '2016-03-27'],
  [2019, '2019-04-21'],
  [2020, '2020-04-12'],
  [2021, '2021-04-04'],
  [2022, '2022-04-17'],
  [2023, '2023-04-09'],
  [2024, '2024-03-31'],
  [2025, '2025-04-20'],
  [2026, '2026-04-05'],
  [2027, '2027-03-28'],
  [2028, '2028-04-16'],
  [2029, '2029-04-01'],
  [2030, '2030-04-21'],
  [2038, '2038-04-25'],
  [2049, '2049-04-18'],
  [2076, '2076-04-19'],
])('Easter of %i is %s', (anno, giorno) => expect(pasqua(anno)).toBe(giorno))

test('Easter is a Sunday from 22 March to 25 April in each of 700 years', () => {
  for (let anno = 1900; anno < 2600; anno++) {
    const giorno = pasqua(anno)
    expect(new Date(`${giorno}T00:00:00Z`).getUTCDay(), giorno).toBe(0)
    expect(giorno.slice(5) >= '03-22' && giorno.slice(5) <= '04-25', giorno).toBe(true)
  }
})

test('the holidays of 2026 are twelve, with Easter Monday, in order', () => {
  expect(feste(2026)).toEqual(
    ['01-01', '01-06', '04-06', '04-25', '05-01', '06-02', '08-15', '10-04', '11-01', '12-08', '12-25', '12-26'].map(
      g => `2026-${g}`,
    ),
  )
})

test.each([
  [2001, 11],
  [2024, 11],
  [2025, 11],
  [2026, 12],
  [2100, 12],
])('a year has as many holidays as the law has then: %i, %i', (anno, quante) => {
  expect(new Set(feste(anno)).size).toBe(quante)
})

test.each([
  ['2025-10-04', false], // a Saturday, the year before the law
  ['2027-10-04', true], // a Monday
  ['2026-04-05', true], // Easter, as a Sunday
  ['2026-04-06', true],
  ['2026-04-03', false], // Good Friday is a working day in Italy
  ['2026-11-22', true], // a Sunday
  ['2026-11-21', false], // a Saturday
  ['2026-06-24', false], // a patron saint's day counts in its town only
])('%s is a holiday: %s', (giorno, festa) => expect(èFestivo(giorno)).toBe(festa))

test.each([
  ['2026-11-25', '2026-11-25'],
  ['2026-11-28', '2026-11-30'], // off a Saturday and a Sunday
  ['2026-04-04', '2026-04-07'], // off Easter, to the Tuesday
  ['2026-12-25', '2026-12-28'], // Friday, Saturday, Sunday
  ['2027-10-02', '2027-10-05'], // Saturday, Sunday, 4 October
  ['2026-12-31', '2026-12-31'],
  ['2027-01-01', '2027-01-04'], // into another week
])('a term that ends on %s ends on %s', (giorno, feriale) => expect(primoFeriale(giorno)).toBe(feriale))

test('what is no date is refused', () => expect(() => èFestivo('2026-02-30')).toThrow(RangeError))
