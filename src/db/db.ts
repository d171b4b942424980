import { once } from 'node:events'
import type { Writable } from 'node:stream'
import { setTimeout as attendi } from 'node:timers/promises'
import pg from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import type { TObject } from 'typebox'
import type { Row, Shape } from './row.ts'
import type { Sql } from './sql.ts'

/** Reads, perhaps on a replica. */
export interface Read {
  rows<S extends TObject>(forma: Shape<S>, q: Sql): Promise<Row<Shape<S>>[]>
}

/** One open transaction on the primary. */
export interface Tx extends Read {
  /** Runs a statement; answers how many rows it touched. */
  run(q: Sql): Promise<number>
  /** Opens a COPY … FROM STDIN; the rows go through {@link Copia}. */
  copy(q: Sql): Copia
  /** Opens a COPY … TO STDOUT: its rows in the same text format, for {@link Copia} of another transaction. */
  copyOut(q: Sql): AsyncIterable<Buffer>
}

/** Rows on their way into a table, in COPY's text format. */
export interface Copia {
  /** Answers a promise when the caller must wait before the next one. */
  scrivi(testo: string | Buffer): Promise<void> | undefined
  fine(): Promise<void>
}

export interface Db extends Read {
  /** Runs `fn` in one transaction; repeats it whole after a deadlock, so it must have no effect outside. */
  tx<R>(fn: (tx: Tx) => Promise<R>): Promise<R>
  close(): Promise<void>
  /** For the job queue, which shares our connections. */
  readonly pool: pg.Pool
}

/** The three database roles; each has just the rights that `db/migrazioni` grants it. */
export type Ruolo = 'anpr_migra' | 'anpr_web' | 'anpr_job'

// The law's dates have no time zone: they stay the text that PostgreSQL sends. So do ids and instants.
const COME_TESTO = new Set([20, 1082, 1114, 1184, 1700])
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, formato?: 'text' | 'binary') =>
    COME_TESTO.has(oid)
      ? (v: string) => v
      : pg.types.getTypeParser(oid, formato as 'text')) as typeof pg.types.getTypeParser,
}

/** Opens a pool. @throws when the database cannot be reached or the role does not exist (message with remedy). */
export function openDb(o: { url: string; ruolo: Ruolo; max?: number }): Db {
  const pool = new pg.Pool({
    connectionString: o.url,
    max: o.max ?? 8,
    types,
    application_name: o.ruolo,
    options: `-c role=${o.ruolo} -c timezone=Europe/Rome -c datestyle=ISO,YMD`,
  })
  // A connection that dies while idle is replaced at the next query; without a listener it would end the program.
  pool.on('error', () => {})
  pool.on('connect', client => client.on('error', () => {}))
  return {
    pool,
    rows: (forma, q) => leggi(pool, forma, q),
    async tx(fn) {
      for (let prova = 1; ; prova++) {
        const client = await pool.connect()
        const { tx, interrompi } = transazione(client)
        try {
          await client.query('begin')
          const esito = await fn(tx)
          await client.query('commit')
          client.release()
          return esito
        } catch (e) {
          interrompi()
          await client.query('rollback').then(
            () => client.release(),
            rotta => client.release(rotta instanceof Error ? rotta : true),
          )
          if (prova === 3 || !RIPETIBILI.has(codice(e))) throw e
          await attendi(Math.random() * 50 * prova) // or the same two meet again
        }
      }
    },
    close: () => pool.end(),
  }
}

const RIPETIBILI = new Set(['40001', '40P01'])
const codice = (e: unknown) => (e instanceof pg.DatabaseError ? (e.code ?? '') : '')

const interroga = (c: pg.Pool | pg.ClientBase, q: Sql) =>
  c.query({ text: q.testo, values: [...q.valori], ...(q.nome && { name: q.nome }) })

async function leggi<S extends TObject>(c: pg.Pool | pg.ClientBase, forma: Shape<S>, q: Sql) {
  const { rows } = await interroga(c, q)
  for (const r of rows)
    if (!forma.check(r)) throw new Error(`a row does not have the shape asked for: ${Object.keys(r).join(', ')}`)
  return rows as Row<Shape<S>>[]
}

/** The transaction of a client that is already inside `begin`; exported for tests, which roll back. `interrompi` ends a
 *  COPY that somebody left open: behind it a rollback would wait for ever. */
export function transazione(client: pg.ClientBase): { tx: Tx; interrompi(): void } {
  const aperti = new Set<Writable>()
  return { tx: perClient(client, aperti), interrompi: () => aperti.forEach(f => void f.destroy()) }
}

const perClient = (client: pg.ClientBase, aperti: Set<Writable>): Tx => ({
  rows: (forma, q) => leggi(client, forma, q),
  run: async q => (await interroga(client, q)).rowCount ?? 0,
  copyOut: q => client.query(copyTo(q.testo)),
  copy(q) {
    const flusso: Writable = client.query(copyFrom(q.testo))
    const finito = once(flusso, 'finish')
    aperti.add(flusso)
    flusso.once('close', () => aperti.delete(flusso))
    finito.catch(() => {}) // the error also rejects the write or the end that waits for it
    let guasto: Error | undefined
    flusso.on('error', e => {
      guasto = e
    })
    return {
      scrivi(testo) {
        if (guasto) throw guasto
        if (flusso.write(testo)) return
        return Promise.race([once(flusso, 'drain'), finito]).then(() => undefined)
      },
      async fine() {
        flusso.end()
        await finito
      },
    }
  },
})

/** A value in COPY's text format; `undefined` and null are NULL. */
export function campo(v: string | number | boolean | null | undefined): string {
  if (v === null || v === undefined) return '\\N'
  if (typeof v !== 'string') return typeof v === 'number' ? String(v) : v ? 't' : 'f'
  return /[\\\t\n\r]/.test(v) ? v.replace(/[\\\t\n\r]/g, c => FUGA[c]!) : v
}
const FUGA: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }
