import { expect, test } from 'vitest'
import { assistenzaInParole } from './assistenza.ts'
import { assistenza, it } from './index.ts'

test('the helpdesk answers until the instant that it names', () => {
  expect(assistenza('2026-11-25T11:00:00Z')).toEqual({ aperta: true, cambia: '2026-11-25T17:00:00Z' })
  expect(assistenza('2026-11-28T13:00:00Z')).toEqual({ aperta: false, cambia: '2026-11-30T07:00:00Z' })
})

test.each([
  ['2026-11-25T11:00:00Z', 'Risponde ora, fino alle 18'],
  ['2026-11-28T11:00:00Z', 'Risponde ora, fino alle 14'],
  ['2026-11-25T05:00:00Z', 'Ora non risponde: riapre oggi alle 8'],
  ['2026-11-25T19:00:00Z', 'Ora non risponde: riapre domani alle 8'],
  // past midnight in Rome it is today already
  ['2026-11-25T23:30:00Z', 'Ora non risponde: riapre oggi alle 8'],
  ['2026-11-28T13:00:00Z', 'Ora non risponde: riapre lunedì 30 novembre alle 8'],
  ['2026-04-04T12:00:00Z', 'Ora non risponde: riapre martedì 7 aprile alle 8'],
  ['2027-10-04T08:00:00Z', 'Ora non risponde: riapre domani alle 8'],
])('at %s people read: %s', (adesso, testo) => {
  expect(assistenzaInParole(adesso, it).testo).toBe(testo)
})
