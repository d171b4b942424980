import { expect, test } from 'vitest'
import { leggiCodiceFiscale, leggiGiorno, leggiTesto } from './index.ts'

const oggi = '2026-03-02'
test.each([
  ['14/5/1979', { valore: '1979-05-14' }],
  ['14.05.1979', { valore: '1979-05-14' }],
  ['5/1979', { valore: '1979-05' }],
  ['1979', { valore: '1979' }],
  ['31/2/1979', { guasto: 'inesistente' }],
  ['1/13/1979', { guasto: 'inesistente' }],
  ['0/5/1979', { guasto: 'inesistente' }],
  ['1/1/0001', { guasto: 'inesistente' }],
  ['3/3/2026', { guasto: 'futuro' }],
  ['14 maggio', { guasto: 'forma' }],
  ['14/5/79', { guasto: 'forma' }],
  ['', { guasto: 'vuoto' }],
])('the day «%s» is read as %o', (testo, letto) => {
  expect(leggiGiorno(testo, { parziale: true, oggi })).toEqual(letto)
})
test('a day that must be whole is not taken in part; one that lies ahead only where it may', () => {
  expect(leggiGiorno('5/1979', { oggi })).toEqual({ guasto: 'incompleto' })
  expect(leggiGiorno('1/1/2031', { futuro: true, oggi })).toEqual({ valore: '2031-01-01' })
})
test('a name goes as the register writes it, and by the contract’s letters and length', () => {
  expect(leggiTesto('nome', ' dell’acqua  nicolò ')).toEqual({ valore: "DELL'ACQUA NICOLÒ" })
  expect(leggiTesto('nome', 'rossi<script>')).toMatchObject({ guasto: 'forma', perche: expect.stringContaining('<') })
  expect(leggiTesto('nome', 'x'.repeat(81))).toMatchObject({ guasto: 'forma', perche: expect.stringContaining('80') })
  expect(leggiTesto('cap', '2012A')).toMatchObject({ guasto: 'forma' })
  expect(leggiTesto('cap', '  ')).toEqual({ guasto: 'vuoto' })
})
test('a codice fiscale is one, down to its last character', () => {
  expect(leggiCodiceFiscale('fmg gli 79e54 f205a')).toEqual({ valore: 'FMGGLI79E54F205A' })
  expect(leggiCodiceFiscale('FMGGLI79E54F205X')).toEqual({ guasto: 'controllo' })
  expect(leggiCodiceFiscale('FMGGLI79E94F205A')).toEqual({ guasto: 'forma' })
  expect(leggiCodiceFiscale('PIPPO')).toEqual({ guasto: 'forma' })
})
