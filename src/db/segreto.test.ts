import { mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { scriviSegreto } from './segreto.ts'

test('a secret is for its owner alone; who writes it second leaves the first, and nothing lies beside it', () => {
  const cartella = join(mkdtempSync(join(tmpdir(), 'segreto-')), 'chiavi')
  const file = join(cartella, 'saml')
  scriviSegreto(file, 'prima')
  scriviSegreto(file, 'seconda')
  expect(readFileSync(file, 'utf8')).toBe('prima')
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(readdirSync(cartella)).toEqual(['saml'])
})
