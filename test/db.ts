import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, inject, test } from 'vitest'
import { transazione } from '../src/db/db.ts'
import { type Db, openDb, type Ruolo, type Tx } from '../src/db/index.ts'

/** A database of the test file's own, copied from the migrated template; gone when the file ends. */
export function databaseDiProva(): { url(): string; apri(ruolo: Ruolo): Db } {
  const modello = new URL(inject('cluster'))
  const nome = `prova_${randomBytes(6).toString('hex')}`
  const url = new URL(modello)
  url.pathname = `/${nome}`
  const aperti: Db[] = []
  const admin = async (testo: string) => {
    const radice = new URL(modello)
    radice.pathname = '/postgres'
    const c = new pg.Client({ connectionString: radice.href })
    await c.connect()
    await c.query(testo).finally(() => c.end())
  }
  beforeAll(() => admin(`create database ${nome} template modello`))
  afterAll(async () => {
    for (const db of aperti) await db.close()
    await admin(`drop database ${nome} with (force)`)
  })
  return {
    url: () => url.href,
    apri(ruolo) {
      const db = openDb({ url: url.href, ruolo, max: 4 })
      aperti.push(db)
      return db
    },
  }
}

/** `testTx` for a file whose tests each run in one transaction that is rolled back. */
export function testiInTransazione(ruolo: Ruolo) {
  const banca = databaseDiProva()
  let pool: pg.Pool
  beforeAll(() => {
    pool = banca.apri(ruolo).pool
  })
  return (nome: string, fn: (tx: Tx) => Promise<void>) =>
    test(nome, async () => {
      const client = await pool.connect()
      try {
        await client.query('begin')
        await fn(transazione(client).tx)
      } finally {
        await client.query('rollback')
        client.release()
      }
    })
}
