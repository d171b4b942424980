import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, inject, test } from 'vitest'
import { transazione } from '../src/db/db.ts'
import { type Db, openDb, type Ruolo, type Tx } from '../src/db/index.ts'

/** What many files begin with: filled once in a run, by the first that wants it. */
export interface Modello {
  readonly nome: string
  riempi(job: Db): Promise<void>
}

/** A database of the test file's own, copied from the migrated template, or from one that was filled; gone when the file ends. */
export function databaseDiProva(da?: Modello): { url(): string; apri(ruolo: Ruolo): Db } {
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
  beforeAll(async () => {
    if (da) await pronto(modello, da)
    await admin(`create database ${nome} template ${da?.nome ?? 'modello'} strategy file_copy`)
  })
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

/** Fills a template, unless another file has; who comes meanwhile waits. */
async function pronto(modello: URL, { nome, riempi }: Modello): Promise<void> {
  const radice = new URL(modello)
  radice.pathname = '/postgres'
  const c = new pg.Client({ connectionString: radice.href })
  await c.connect()
  try {
    await c.query('select pg_advisory_lock(hashtext($1))', [nome])
    if ((await c.query('select from pg_database where datname = $1', [nome])).rowCount) return
    await c.query(`drop database if exists ${nome}_a_meta with (force)`)
    await c.query(`create database ${nome}_a_meta template modello`)
    const url = new URL(modello)
    url.pathname = `/${nome}_a_meta`
    const job = openDb({ url: url.href, ruolo: 'anpr_job', max: 2 })
    await riempi(job).finally(() => job.close())
    await c.query(`alter database ${nome}_a_meta rename to ${nome}`)
  } finally {
    await c.end()
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
