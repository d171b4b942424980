import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { RADICE } from '../radice.ts'
import { tabelle } from '../tabelle.ts'
import type { Argomenti } from './comando.ts'

export async function esegui({ config, fermo }: Argomenti): Promise<number> {
  const cartella = join(RADICE, 'docs/tables')
  mkdirSync(cartella, { recursive: true })
  const banca = mkdtempSync(join(tmpdir(), 'anpr-tables-'))
  try {
    const scritte = await tabelle({ ...config, databaseUrl: undefined, dataDir: banca }, fermo)
    for (const [nome, testo] of Object.entries(scritte)) writeFileSync(join(cartella, nome), testo)
  } finally {
    rmSync(banca, { recursive: true, force: true })
  }
  console.log(`Scritte in ${cartella}.`)
  return 0
}
