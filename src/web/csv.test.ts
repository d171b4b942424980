import fc from 'fast-check'
import { expect, test } from 'vitest'
import { leggiStretto } from '../../test/csv.ts'
import { scriviCsv } from './csv.ts'

test('what is written is read back the same by a strict reader, formulas aside', async () => {
  const cella = fc.string({
    unit: fc.constantFrom('a', 'è', '"', ',', '\n', '\r', ' ', '0', '=', '-', '😀'),
    maxLength: 6,
  })
  const righe = fc.array(fc.array(cella, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 5 })
  await fc.assert(
    fc.asyncProperty(righe, async r => {
      const atteso = r.map(c => c.map(x => (/^[=+\-@\t\r]/.test(x) ? `'${x}` : x)))
      expect(await leggiStretto(scriviCsv(r))).toEqual(atteso)
    }),
  )
})

test('quotes are doubled, records end with CRLF, codes keep their zeros, nothing is an empty cell', () => {
  expect(scriviCsv([['Comune "nuovo"', '001272', null, 0]])).toBe('"Comune ""nuovo""",001272,,0\r\n')
})

test.each(['=1+1', '+39', '-2', '@SUM(A1)', '\t=1', '\r=1'])('%j is no formula to a spreadsheet', testo => {
  expect(scriviCsv([[testo]])).toMatch(/^"?'/)
})

test('a negative number is a number', () => {
  expect(scriviCsv([[-2]])).toBe('-2\r\n')
})
