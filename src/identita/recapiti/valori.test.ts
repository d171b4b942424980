import { describe, expect, test } from 'vitest'
import { email, telefono } from './valori.ts'

describe('an e-mail address', () => {
  test.each([
    ['anna.rossi@esempio.it', 'anna.rossi@esempio.it'],
    ['  Anna+anpr@ESEMPIO.IT ', 'Anna+anpr@esempio.it'],
    ['o’no@esempio.it', undefined],
    ["o'neill@esempio.ie", "o'neill@esempio.ie"],
    ['anna@caffè.it', 'anna@xn--caff-8oa.it'],
    [`${'a'.repeat(64)}@esempio.it`, `${'a'.repeat(64)}@esempio.it`],
  ])('%s is read as %s', (scritto, letto) => expect(email(scritto)).toBe(letto))

  test.each([
    'anna@esempio.it\r\nBcc: tutti@esempio.it',
    'anna@esempio.it\nBcc: tutti@esempio.it',
    'anna@esempio.it\rX: y',
    'anna@esempio.it, bruno@esempio.it',
    'anna@esempio.it bruno@esempio.it',
    'Anna <anna@esempio.it>',
    '"anna@altrove.it"@esempio.it',
    'anna@esempio.it\u0000',
    'anna@esempio.it%0aBcc',
    'anna@[127.0.0.1]',
    'anna@localhost',
    'anna@esempio..it',
    '.anna@esempio.it',
    'an..na@esempio.it',
    '@esempio.it',
    'anna',
    '',
    `${'a'.repeat(65)}@esempio.it`,
    `anna@${'a.'.repeat(130)}it`,
    'x'.repeat(10_000),
  ])('%j is none: no second header, no second recipient', scritto => expect(email(scritto)).toBeUndefined())
})

describe('a telephone', () => {
  test.each([
    ['333 123.45-67', '+393331234567'],
    ['+39 333 1234567', '+393331234567'],
    ['0039 06 1234567', '+39061234567'],
    ['+41 (79) 123 45 67', '+41791234567'],
  ])('%s is read as %s', (scritto, letto) => expect(telefono(scritto)).toBe(letto))
  test.each(['', '12', 'tre tre tre', '+0123456789', '+39333123456789012', '333\r\n1234567', '++393331234567'])(
    '%j is none',
    scritto => expect(telefono(scritto)).toBeUndefined(),
  )
})
