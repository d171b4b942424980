import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'

test('the bench starts on plain Node, and tells the names of what it measures to who gives another', () => {
  const r = spawnSync(process.execPath, [join(import.meta.dirname, 'bench.ts'), 'nessuna'], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH }, // nothing that says a test is running
  })
  expect(r.stderr).toBe(
    'npm run bench [portale | login | visura | cittadini | richieste | operazioni | istantanea | accessi]\n',
  )
  expect(r.status).toBe(2)
})
