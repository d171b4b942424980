import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { sql } from '../../src/db/sql.ts'
import { databaseDiProva } from '../db.ts'
import {
  anpr,
  type Corsa,
  cartellaDiProva,
  comando,
  finche,
  portaDiProva,
  processiDi,
  pronto,
  salute,
} from './programma.ts'

const cartella = cartellaDiProva()
const banca = databaseDiProva()
/** As the cluster's superuser. */
async function admin(testo: string, database = 'postgres'): Promise<object[]> {
  const c = new pg.Client({ connectionString: Object.assign(new URL(banca.url()), { pathname: `/${database}` }).href })
  await c.connect()
  return await c
    .query(testo)
    .then(r => r.rows)
    .finally(() => c.end())
}

describe('a database of one’s own', () => {
  let corsa: Corsa
  let porta = 0
  // Empty, as an administrator hands it over.
  const nome = `vuota_${process.pid}`
  const url = () => Object.assign(new URL(banca.url()), { pathname: `/${nome}` }).href
  const env = () => ({
    DATABASE_URL: url(),
    PORT: String(porta),
    DATA_DIR: cartella('mai'),
    DEMO_SCALA: '100000',
  })
  beforeAll(async () => {
    porta = await portaDiProva()
    await admin(`create database ${nome} template template0`)
  })
  afterAll(() => admin(`drop database ${nome} with (force)`))

  test('migrate brings it to this version, and starts no PostgreSQL', async () => {
    const f = await comando(['migrate'], { env: env() })
    expect(f).toMatchObject({ codice: 0, err: '', out: expect.stringContaining('Applicate le migrazioni 1, 2') })
    expect(processiDi(cartella('mai')).filter(p => p.chi === 'postgres')).toEqual([])
  })

  test('it is never a demo: no row, no invented people, no banner', async () => {
    corsa = anpr(['start'], { env: env() })
    await pronto(corsa, porta)
    const righe = await admin('select (select count(*) from demo) + (select count(*) from scheda) as n', nome)
    expect(righe).toEqual([{ n: '0' }])
    const pagina = await fetch(`http://127.0.0.1:${porta}/`)
    expect([pagina.status, await pagina.text()]).toEqual([200, expect.not.stringMatching(/inventat|Dimostrazione/i)])
    expect(corsa.scritto.out).not.toContain('inventate')
    expect(corsa.scritto.out + corsa.scritto.err).not.toContain(new URL(url()).password)
  })

  test('Ctrl-C stops the program and leaves that database running', async () => {
    corsa.segnale('SIGINT', 'gruppo')
    expect((await corsa.fine).codice).toBe(0)
    expect(await admin('select 1 as n', nome)).toEqual([{ n: 1 }])
  })
})

describe('a database that cannot be used: exit code 1, the reason and a remedy, never the password', () => {
  const parola = 'segretissima'
  test.each([
    [
      'nobody listens',
      () => `postgres://anpr:${parola}@127.0.0.1:1/anpr`,
      /non risponde: .*ECONNREFUSED.*DATABASE_URL/,
    ],
    ['nobody listens at any of its addresses', () => `postgres://anpr:${parola}@localhost:1/anpr`, /ECONNREFUSED/],
    [
      'the password is wrong',
      () => Object.assign(new URL(inject('cluster')), { password: parola }).href,
      /non risponde: password authentication failed.*DATABASE_URL/,
    ],
    [
      'it does not exist',
      () => Object.assign(new URL(inject('cluster')), { pathname: '/non_ce' }).href,
      /database "non_ce" does not exist/,
    ],
  ])('%s', async (_, url, messaggio) => {
    const f = await comando(['start'], {
      env: { DATABASE_URL: url(), PORT: String(await portaDiProva()), LOG_LEVEL: 'error' },
    })
    expect(f.codice).toBe(1)
    expect(f.err).toMatch(messaggio)
    expect(f.out + f.err).not.toContain(parola)
    expect(f.err).not.toMatch(/^\s+at /m)
  })

  describe('the login may not create roles', () => {
    const nome = 'prova_povero'
    beforeAll(() => admin(`create role ${nome} login password 'povera'`))
    afterAll(() => admin(`drop role ${nome}`))
    test('the message has the SQL that the administrator runs', async () => {
      const url = Object.assign(new URL(banca.url()), { username: nome, password: 'povera' }).href
      const f = await comando(['migrate'], { env: { DATABASE_URL: url } })
      expect(f.codice).toBe(1)
      expect(f.err).toMatch(/Come amministratore esegui:[\s\S]*create role[\s\S]*grant usage, create on schema public/)
      expect(f.err).not.toContain('povera')
    })
  })
})

test('a demo reached through DATABASE_URL listens on this machine alone', async ctx => {
  const { networkInterfaces } = await import('node:os')
  const fuori = Object.values(networkInterfaces())
    .flat()
    .find(i => i && !i.internal && i.family === 'IPv4')
  if (!fuori) return ctx.skip('this machine has no other address')
  const db = banca.apri('anpr_migra')
  await db.tx(tx => tx.run(sql`insert into demo (scala, completa) values (100000, true)`))
  const porta = await portaDiProva()
  const c = anpr(['start'], { env: { DATABASE_URL: banca.url(), PORT: String(porta) } })
  await pronto(c, porta)
  await finche('answers here', async () => (await salute(porta))?.stato === 200)
  await expect(fetch(`http://${fuori.address}:${porta}/health`)).rejects.toThrow()
  expect(await (await fetch(`http://127.0.0.1:${porta}/`)).text()).toMatch(/inventate/)
  c.segnale('SIGINT')
  expect((await c.fine).codice).toBe(0)
})
