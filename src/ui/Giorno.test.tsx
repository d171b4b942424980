import { expect, test } from 'vitest'
import { Giorno, inLettere } from './Giorno.tsx'
import { it } from './testi/it.ts'

test('a day is written out, and a machine can read it', async () => {
  expect(await (<Giorno il="2026-11-25" testi={it} />)).toBe('<time datetime="2026-11-25">25 novembre 2026</time>')
})

test('the first of a month is an ordinal', () => {
  expect(inLettere('2022-02-01', it)).toBe('1º febbraio 2022')
  expect(inLettere('2022-02-11', it)).toBe('11 febbraio 2022')
})

test.each(['2026-13-01', '25-11-2026', ''])('%s is not a day', giorno => {
  expect(() => inLettere(giorno, it)).toThrow(RangeError)
})
