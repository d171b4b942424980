import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { aggiornaDecodifiche } from '../src/anagrafe/decodifiche/carica.ts'
import { carica } from '../src/anagrafe/territorio/carica.ts'
import { migrate, openDb, prepareDatabase, startEmbedded } from '../src/db/index.ts'

declare module 'vitest' {
  interface ProvidedContext {
    cluster: string
    /** for what test files share; goes at the end */
    cartella: string
  }
}

/** One PostgreSQL for the whole run, with a migrated template that each test file copies. */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const cartella = mkdtempSync(join(tmpdir(), 'anpr-test-'))
  const server = await startEmbedded(cartella)
  const modello = new URL(server.url)
  modello.pathname = '/modello'
  const admin = new pg.Client({ connectionString: server.url })
  await admin.connect()
  // Thrown away at the end: nothing of it must outlive a crash. What must is tested on clusters of the program's own.
  for (const come of ['fsync', 'full_page_writes', 'synchronous_commit'])
    await admin.query(`alter system set ${come} = off`)
  await admin.query('select pg_reload_conf()')
  await admin.query('create database modello template anpr')
  await prepareDatabase(modello.href)
  const db = openDb({ url: modello.href, ruolo: 'anpr_migra', max: 2 })
  await migrate(db)
  await db.tx(carica)
  await db.tx(aggiornaDecodifiche)
  await db.close()
  await admin.end()
  provide('cluster', modello.href)
  provide('cartella', cartella)
  return async () => {
    await server.stop()
    rmSync(cartella, { recursive: true, force: true })
  }
}
