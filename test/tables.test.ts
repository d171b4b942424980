import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { leggiConfig } from '../src/config.ts'
import { RADICE } from '../src/radice.ts'
import { tabelle } from '../src/tabelle.ts'
import { databaseDiProva } from './db.ts'

const banca = databaseDiProva()
const CARTELLA = join(RADICE, 'docs/tables')
const RIMEDIO =
  'docs/tables/ is not what the program says of itself: run «npm run tables», look at the difference, commit it'
let scritte: Record<string, string>

beforeAll(async () => {
  // The pages' styles must be built before there can be routes.
  spawnSync(process.execPath, [join(RADICE, 'bin/anpr'), 'help'])
  scritte = await tabelle(leggiConfig({ DATABASE_URL: banca.url() }))
})

test('docs/tables/ holds these tables and no others', () => {
  const presenti = existsSync(CARTELLA) ? readdirSync(CARTELLA).sort() : []
  expect(presenti, RIMEDIO).toEqual(Object.keys(scritte).sort())
})

test.each(['routes.md', 'settings.md', 'checks.md', 'operations.md', 'schema.md'])(
  'docs/tables/%s is what the program says today',
  nome => {
    const file = join(CARTELLA, nome)
    const lì = existsSync(file) ? readFileSync(file, 'utf8') : ''
    const oggi = scritte[nome]!
    if (lì === oggi) return
    const soloIn = (a: string, b: string) =>
      a
        .split('\n')
        .filter(r => !b.split('\n').includes(r))
        .slice(0, 5)
    throw new Error(
      [`${nome}: ${RIMEDIO}`, ...soloIn(lì, oggi).map(r => `- ${r}`), ...soloIn(oggi, lì).map(r => `+ ${r}`)].join(
        '\n',
      ),
    )
  },
)
