import { Type as T } from 'typebox'
import { beforeAll, describe, expect, test } from 'vitest'
import { databaseDiProva } from '../../test/db.ts'
import { campo, type Db, row, type Tx } from './index.ts'
import { sql, sqlDaFile } from './sql.ts'

const banca = databaseDiProva()
let db: Db
const N = row(T.Object({ n: T.Integer() }))
const TESTO = row(T.Object({ id: T.Integer(), testo: T.Union([T.String(), T.Null()]) }))
const righe = () => db.rows(TESTO, sql`select id, testo from prova order by id`)

beforeAll(async () => {
  db = banca.apri('anpr_migra')
  await db.tx(tx => tx.run(sqlDaFile('create table prova (id integer primary key, testo text)')))
})
const svuota = () => db.tx(tx => tx.run(sql`truncate prova`))

describe('rows', () => {
  test('a row of another shape is refused, by the names of its columns and without its values', async () => {
    const q = sql`select 'RSSMRA80A01H501U' as codice_fiscale, 1 as n`
    await expect(db.rows(row(T.Object({ codice_fiscale: T.Integer() })), q)).rejects.toThrow(/: codice_fiscale, n$/)
    await expect(db.rows(row(T.Object({ n: T.Integer(), altro: T.String() })), q)).rejects.toThrow(/shape/)
    await expect(db.rows(N, sql`select null::int as n`)).rejects.toThrow(/shape/)
    expect(await db.rows(N, sql`select 1 as n where false`)).toEqual([])
  })

  test('dates, instants, 64-bit ids and decimals come back as the text that PostgreSQL sends', async () => {
    const forma = row(
      T.Object({ g: T.String(), i: T.String(), b: T.String(), d: T.String(), n: T.Integer(), s: T.Boolean() }),
    )
    const q = sql`select '1992-02-29'::date as g, '2026-07-01 00:00Z'::timestamptz as i, 9223372036854775807 as b,
                         1.10::numeric as d, 7 as n, true as s`
    expect(await db.rows(forma, q)).toEqual([
      { g: '1992-02-29', i: '2026-07-01 02:00:00+02', b: '9223372036854775807', d: '1.10', n: 7, s: true },
    ])
  })

  test('a statement is prepared once for each connection', async () => {
    await db.tx(async tx => {
      const q = (n: number) => sql`select ${n}::int as n`
      for (const n of [1, 2, 3]) expect(await tx.rows(N, q(n))).toEqual([{ n }])
      const preparate = sql`select count(*)::int as n from pg_prepared_statements where name = ${q(0).nome}`
      expect(await tx.rows(N, preparate)).toEqual([{ n: 1 }])
    })
  })
})

describe('tx', () => {
  test('an error rolls everything back and reaches the caller; the connection serves the next', async () => {
    await svuota()
    const guasto = new Error('no')
    const fallita = db.tx(async tx => {
      expect(await tx.run(sql`insert into prova values (1, 'a'), (2, 'b')`)).toBe(2)
      throw guasto
    })
    await expect(fallita).rejects.toBe(guasto)
    await expect(db.tx(tx => tx.run(sql`insert into prova select 1 from generate_series(1, 2)`))).rejects.toMatchObject(
      {
        code: '23505',
      },
    )
    expect(await righe()).toEqual([])
    for (let i = 0; i < 10; i++) expect(await db.rows(N, sql`select 1 as n`)).toEqual([{ n: 1 }])
  })

  test('what it answers is the function’s', async () => {
    expect(await db.tx(async () => 'fatto')).toBe('fatto')
  })

  test('of two that wait for each other the one that PostgreSQL breaks off is repeated whole: both succeed', async () => {
    await svuota()
    await db.tx(tx => tx.run(sql`insert into prova values (1, ''), (2, '')`))
    let corse = 0
    let arrivati = 0
    let insieme = () => {}
    const entrambi = new Promise<void>(si => {
      insieme = si
    })
    const aggiunge = async (tx: Tx, id: number, s: string) =>
      tx.run(sql`update prova set testo = testo || ${s} where id = ${id}`)
    const blocca = (primo: number, secondo: number, s: string) =>
      db.tx(async tx => {
        corse++
        await aggiunge(tx, primo, s)
        if (++arrivati === 2) insieme()
        await entrambi
        await aggiunge(tx, secondo, s)
      })
    await Promise.all([blocca(1, 2, 'a'), blocca(2, 1, 'b')])
    expect(corse).toBeGreaterThanOrEqual(3)
    for (const r of await righe()) expect([...r.testo!].sort().join('')).toBe('ab')
  })

  test('it is not repeated without end', async () => {
    let corse = 0
    const mai = db.tx(async tx => {
      corse++
      await tx.run(sqlDaFile("do $$ begin raise exception 'no' using errcode = '40001'; end $$"))
    })
    await expect(mai).rejects.toMatchObject({ code: '40001' })
    expect(corse).toBe(3)
  })

  test('a connection that dies inside is not given to the next', async () => {
    const morta = db.tx(tx => tx.run(sql`select pg_terminate_backend(pg_backend_pid())`))
    await expect(morta).rejects.toThrow()
    for (let i = 0; i < 5; i++) expect(await db.rows(N, sql`select ${i}::int as n`)).toEqual([{ n: i }])
  })
})

describe('copy', () => {
  const STRANI = ['tab\there', 'line\nbreak', 'return\rhere', 'back\\slash', '\\N', '\\.', '', ' ', 'Àbano €', null]

  test('every text comes out as it went in, and null is not the empty text', async () => {
    await svuota()
    await db.tx(async tx => {
      const c = tx.copy(sql`copy prova from stdin`)
      for (const [i, t] of STRANI.entries()) await c.scrivi(`${campo(i)}\t${campo(t)}\n`)
      await c.fine()
    })
    expect(await righe()).toEqual(STRANI.map((testo, id) => ({ id, testo })))
  })

  test('numbers, booleans and undefined are written as PostgreSQL reads them', () => {
    expect([campo(12), campo(true), campo(false), campo(undefined), campo(null)]).toEqual([
      '12',
      't',
      'f',
      '\\N',
      '\\N',
    ])
  })

  test('copyOut gives the same rows, ready for another copy', async () => {
    const pezzi: Buffer[] = []
    await db.tx(async tx => {
      for await (const p of tx.copyOut(sql`copy (select * from prova order by id) to stdout`)) pezzi.push(p)
    })
    expect(Buffer.concat(pezzi).toString()).toBe(STRANI.map((t, i) => `${campo(i)}\t${campo(t)}\n`).join(''))
  })

  test.each([
    ['at its end', 1],
    ['after many rows', 200_000],
  ])('an error that PostgreSQL finds %s reaches the caller, and the transaction is rolled back', async (_, quante) => {
    await svuota()
    const fallita = db.tx(async tx => {
      await tx.run(sql`insert into prova values (-1, 'before')`)
      const c = tx.copy(sql`copy prova from stdin`)
      await c.scrivi('non un numero\tx\n')
      for (let i = 0; i < quante; i++) await c.scrivi(`${i}\tuna riga qualsiasi\n`)
      await c.fine()
    })
    await expect(fallita).rejects.toMatchObject({ code: '22P02' })
    expect(await righe()).toEqual([])
  })

  test('a COPY left open by a fault does not keep the rollback waiting', async () => {
    await svuota()
    const fallita = db.tx(async tx => {
      await tx.copy(sql`copy prova from stdin`).scrivi('1\tuna riga\n')
      throw new Error('a fault')
    })
    await expect(fallita).rejects.toThrow('a fault')
    expect(await righe()).toEqual([])
  })
})

test('an unreachable database is an error for who asks, not the end of the program', async () => {
  const { openDb } = await import('./index.ts')
  const chiusa = openDb({ url: 'postgres://nessuno@127.0.0.1:1/niente', ruolo: 'anpr_web' })
  await expect(chiusa.rows(N, sql`select 1 as n`)).rejects.toThrow(/ECONNREFUSED/)
  await expect(chiusa.tx(tx => tx.rows(N, sql`select 1 as n`))).rejects.toThrow(/ECONNREFUSED/)
  await chiusa.close()
})
