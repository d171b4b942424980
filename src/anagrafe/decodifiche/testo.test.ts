import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { RADICE } from '../../radice.ts'
import { NOMI } from './base.ts'
import { decodificheComeTesto } from './testo.ts'

test('docs/tables/decode-tables.md shows the tables as they are (if not: npm run tables)', () => {
  expect(readFileSync(join(RADICE, 'docs/tables/decode-tables.md'), 'utf8')).toContain(decodificheComeTesto())
})

test('each table has a section, and a code of ours its mark', () => {
  const testo = decodificheComeTesto()
  for (const nome of NOMI) expect(testo).toContain(`(\`${nome}\`)\n`)
  expect(testo).toContain('| 8 * | IRRICEVIBILE |')
  expect(testo).toContain('| 14 | Figliastro / Figliastra | subentro | to 2015-09-15 |')
})
