import { expect, test } from 'vitest'
import { apertura, type Orari } from './index.ts'

const ORARI: Orari = {
  1: ['08:00', '18:00'],
  2: ['08:00', '18:00'],
  3: ['08:00', '18:00'],
  4: ['08:00', '18:00'],
  5: ['08:00', '18:00'],
  6: ['08:00', '14:00'],
}

test.each([
  // an ordinary week, winter time (UTC+1)
  ['2026-11-25T06:59:59Z', false, '2026-11-25T07:00:00Z'],
  ['2026-11-25T07:00:00Z', true, '2026-11-25T17:00:00Z'],
  ['2026-11-25T16:59:59.999Z', true, '2026-11-25T17:00:00Z'],
  ['2026-11-25T17:00:00Z', false, '2026-11-26T07:00:00Z'],
  // the day is that of Rome: 23:30 UTC of Sunday is Monday there
  ['2026-11-22T23:30:00Z', false, '2026-11-23T07:00:00Z'],
  // Saturday until 14
  ['2026-11-28T12:59:59Z', true, '2026-11-28T13:00:00Z'],
  ['2026-11-28T13:00:00Z', false, '2026-11-30T07:00:00Z'],
  // Sundays and holidays: 8 December is a Tuesday, Christmas a Friday, 26 a Saturday
  ['2026-11-29T11:00:00Z', false, '2026-11-30T07:00:00Z'],
  ['2026-12-08T11:00:00Z', false, '2026-12-09T07:00:00Z'],
  ['2026-12-24T17:00:00Z', false, '2026-12-28T07:00:00Z'],
  // Easter: from Saturday 14:00 to Tuesday 8:00, in summer time (UTC+2)
  ['2026-04-04T12:00:00Z', false, '2026-04-07T06:00:00Z'],
  // Saint Francis: open on Saturday 4 October 2025, closed on Monday 4 October 2027
  ['2025-10-04T08:00:00Z', true, '2025-10-04T12:00:00Z'],
  ['2027-10-04T08:00:00Z', false, '2027-10-05T06:00:00Z'],
  // clocks go forward on Sunday 29 March 2026 and back on Sunday 25 October 2026
  ['2026-03-28T13:00:00Z', false, '2026-03-30T06:00:00Z'],
  ['2026-03-27T17:00:00Z', false, '2026-03-28T07:00:00Z'],
  ['2026-10-24T12:00:00Z', false, '2026-10-26T07:00:00Z'],
  ['2026-10-23T16:00:00Z', false, '2026-10-24T06:00:00Z'],
  // into another year
  ['2026-12-31T17:30:00Z', false, '2027-01-02T07:00:00Z'],
])('at %s open is %s, until %s', (adesso, aperta, cambia) => {
  expect(apertura(adesso, ORARI)).toEqual({ aperta, cambia })
})

test('each change is the other state, for a whole year of them', () => {
  let { aperta, cambia } = apertura('2026-01-01T00:00:00Z', ORARI)
  for (let n = 0; n < 600; n++) {
    const dopo = apertura(cambia, ORARI)
    expect(dopo.aperta, cambia).toBe(!aperta)
    expect(dopo.cambia > cambia).toBe(true)
    ;({ aperta, cambia } = dopo)
  }
})

test('a service without hours is refused rather than searched for ever', () => {
  expect(() => apertura('2026-11-25T11:00:00Z', {})).toThrow(RangeError)
})
