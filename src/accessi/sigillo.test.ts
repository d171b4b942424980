import pg from 'pg'
import { beforeEach, describe, expect, test } from 'vitest'
import { databaseDiProva } from '../../test/db.ts'
import { perRegistrare } from './accesso.query.ts'
import { sigilla, verifica } from './sigillo.ts'

const banca = databaseDiProva()
const db = banca.apri('anpr_job')
/** As who owns the tables: what nobody else may do. */
const { pool } = banca.apri('anpr_migra')
const micro = (istante: string) => String(BigInt(Date.parse(istante)) * 1000n)
const fino = (ora: string) => ({ finoA: micro(`2026-11-25T${ora}Z`) })
const righe = (ora: string, quante: number, scheda = 7) =>
  pool.query(
    `insert into accesso (avvenuto, ruolo, chi, finalita, servizio, scheda_id)
     select timestamptz '2026-11-25 ${ora}Z' + n * interval '10 ms', 'ufficiale', 'u1', 2, 'prova', $2 from generate_series(1, $1::int) n`,
    [quante, scheda],
  )
const cheCosa = async () => (await verifica(db)).discordanze.map(d => [d.che, d.finoA.slice(11, 16)])

beforeEach(async () => {
  await pool.query('truncate accesso, accesso_sigillo')
  await pool.query("select accesso_mese('2026-11-01')")
  await righe('10:00:05', 20)
  await righe('10:02:00', 5)
  await sigilla(db, fino('10:01:00'))
  await sigilla(db, fino('10:05:00'))
})

describe('the chain', () => {
  test('has a seal for each minute with rows and says where there are none; untouched, it agrees', async () => {
    const { rows } = await pool.query<{ righe: number; ora: string }>(
      "select righe, to_char(fino_a at time zone 'UTC', 'HH24:MI') as ora from accesso_sigillo order by fino_a",
    )
    expect(rows).toEqual([
      { righe: 20, ora: '10:01' },
      { righe: 5, ora: '10:03' },
      { righe: 0, ora: '10:05' },
    ])
    expect(await verifica(db)).toMatchObject({ sigilli: 3, righe: 25, discordanze: [], mesiTolti: [] })
  })
  test('sealing again adds nothing; several processes at once seal each minute once', async () => {
    await righe('10:06:00', 3)
    await Promise.all([1, 2, 3].map(() => sigilla(db, fino('10:07:00'))))
    expect(await sigilla(db, fino('10:07:00'))).toMatchObject({ sigilli: 0, righe: 0 })
    expect(await verifica(db)).toMatchObject({ sigilli: 5 - 1, righe: 28, discordanze: [] })
  })
  test('after days without the job all is sealed, a day at a time', async () => {
    await pool.query(
      "insert into accesso (avvenuto, ruolo, chi, finalita, servizio, scheda_id) values ('2026-11-28 12:00:00Z', 'x', 'x', 2, 'x', 1)",
    )
    await sigilla(db, { finoA: micro('2026-11-30T00:00:00Z') })
    expect(await verifica(db)).toMatchObject({
      righe: 26,
      discordanze: [],
      ultimo: { finoA: '2026-11-30T00:00:00.000Z' },
    })
  })
})

describe('whoever owns the database and', () => {
  test.each([
    [
      'changes a row',
      "update accesso set chi = 'altri' where id = (select min(id) from accesso)",
      [['contenuto', '10:01']],
    ],
    [
      'says another day of release',
      "update accesso set riservata_fino = '2030-01-01' where id = (select max(id) from accesso)",
      [['contenuto', '10:03']],
    ],
    ['takes a row away', 'delete from accesso where id = (select min(id) from accesso)', [['righe', '10:01']]],
    [
      'moves a row to a minute that is not sealed',
      "update accesso set avvenuto = '2026-11-25 10:30:00Z' where id = (select min(id) from accesso)",
      [['righe', '10:01']],
    ],
    [
      'moves a row to another minute',
      "update accesso set avvenuto = '2026-11-25 10:02:30Z' where id = (select min(id) from accesso)",
      [
        ['righe', '10:01'],
        ['righe', '10:03'],
      ],
    ],
    [
      'swaps the instants of two rows',
      "update accesso set avvenuto = case id when a then ub else ua end from (select min(id) a, max(id) b, min(avvenuto) ua, max(avvenuto) ub from accesso where avvenuto < '2026-11-25 10:01Z') x where id in (a, b)",
      [['contenuto', '10:01']],
    ],
    [
      'changes a seal',
      'update accesso_sigillo set righe = 21 where righe = 20',
      [
        ['catena', '10:01'],
        ['righe', '10:01'],
      ],
    ],
    [
      'takes a seal away',
      'delete from accesso_sigillo where righe = 20',
      [
        ['catena', '10:03'],
        ['righe', '10:03'],
      ],
    ],
  ])('%s is found', async (_, testo, atteso) => {
    await pool.query(testo)
    expect(await cheCosa()).toEqual(atteso)
  })
  test.each([
    ['a sealed minute', '10:00:30', '10:01'],
    ['a minute in which nothing had happened', '10:01:30', '10:03'],
    ['a time before the first row', '09:00:00', '10:01'],
  ])('adds a row late to %s is found', async (_, ora, minuto) => {
    await righe(ora, 1)
    expect(await cheCosa()).toEqual([['righe', minuto]])
  })
  test('makes the whole chain anew is found by a seal noted elsewhere, and only so', async () => {
    const prima = (await verifica(db)).ultimo!
    expect((await verifica(db, { nota: prima })).discordanze).toEqual([])
    await pool.query("update accesso set chi = 'altri'")
    await pool.query('truncate accesso_sigillo')
    await sigilla(db, fino('10:05:00'))
    expect((await verifica(db)).discordanze).toEqual([])
    expect((await verifica(db, { nota: prima })).discordanze).toEqual([{ che: 'nota', finoA: prima.finoA }])
  })
})

test('a month that retention dropped is named and no fault; its seals still hold the chain', async () => {
  await pool.query("select accesso_mese('2026-10-01')")
  await pool.query('truncate accesso, accesso_sigillo')
  await pool.query(
    "insert into accesso (avvenuto, ruolo, chi, finalita, servizio, scheda_id) values ('2026-10-10 12:00:00Z', 'x', 'x', 2, 'x', 1)",
  )
  await righe('10:00:00', 2)
  await sigilla(db, fino('10:05:00'))
  await pool.query('drop table accesso_2026_10')
  expect(await verifica(db)).toMatchObject({ righe: 2, discordanze: [], mesiTolti: ['2026-10'] })
})

test('who is still writing when a minute ends is waited for, and delays nobody: her row is in the seal', async () => {
  await pool.query('truncate accesso, accesso_sigillo')
  const web = new pg.Client({ connectionString: banca.url() })
  await web.connect()
  const motivo = perRegistrare({ chi: { ruolo: 'ufficiale', id: 'u1' }, finalita: 'verifica', servizio: 'prova' })
  await web.query('begin')
  await web.query('select accesso_registra($1::json, 7)', [motivo])
  const tardi = { finoA: micro(`${new Date(Date.now() + 3_600_000).toISOString().slice(0, 17)}00.000Z`) }
  expect(await sigilla(db, { ...tardi, pazienza: 60 })).toMatchObject({ rimandato: true, sigilli: 0 })
  const lavoro = sigilla(db, { ...tardi, pazienza: 5000 })
  // Others record meanwhile without waiting.
  await db.pool.query('select accesso_registra($1::json, 8)', [motivo])
  await web.query('commit')
  await web.end()
  expect(await lavoro).toMatchObject({ rimandato: false, righe: 2 })
  expect((await verifica(db)).discordanze).toEqual([])
})

test('a row is dated while its transaction holds the lock that the job waits for', async () => {
  const c = new pg.Client({ connectionString: banca.url() })
  await c.connect()
  await c.query('begin')
  await c.query('select pg_sleep(0.05)')
  const { rows } = await c.query<{ dopo: boolean }>(
    `insert into accesso (ruolo, chi, finalita, servizio, scheda_id) values ('x', 'x', 2, 'x', 1) returning avvenuto > now() + interval '40 ms' as dopo`,
  )
  expect(rows).toEqual([{ dopo: true }])
  await c.query('rollback')
  await c.end()
})

test('a reserved purpose cannot be recorded without its end, nor another one with it', () => {
  const chi = { ruolo: 'ente', id: 'e1' } as const
  expect(() => perRegistrare({ chi, finalita: 'sicurezza', servizio: 'x' })).toThrow('reserved')
  expect(() => perRegistrare({ chi, finalita: 'verifica', servizio: 'x', riservataFino: '2027-01-01' })).toThrow(
    'reserved',
  )
})
