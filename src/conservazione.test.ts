import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { databaseDiProva } from '../test/db.ts'
import { pdf } from '../test/immagini.ts'
import { utenteN } from '../test/utente.ts'
import { preparaMesi } from './accessi/index.ts'
import { CONSERVAZIONE, conserva, SENZA_PERSONE } from './conservazione.ts'
import { apriChiavi, type Cifra, type Db } from './db/index.ts'
import { allega, allegatiDi, apriRettifica, chiedi, iniziaBozza, invia, type Mossa, muovi } from './richieste/index.ts'

const banca = databaseDiProva()
let web: Db
let job: Db
let radice: Db
let cifra: Cifra
let utente = 0
beforeAll(async () => {
  web = banca.apri('anpr_web')
  job = banca.apri('anpr_job')
  radice = banca.apri('anpr_migra')
  cifra = await apriChiavi(await mkdtemp(join(tmpdir(), 'chiavi-')), '2026-03-01')
  await web.tx(tx => apriRettifica(tx, { comune: 0, dal: '2026-01-01', chi: 'ministero' }))
})
beforeEach(() => {
  utente++
})
const passa = (oggi: string) =>
  conserva(job, { oggi, adesso: `${oggi}T01:00:00Z`, durate: { inattiva: 15, massima: 480 } })
const passaMesi = (oggi: string) => job.tx(tx => preparaMesi(tx, oggi))
const ADESSO = '2026-03-02T10:00:00Z'
const COMUNE = 7
const inizia = (adesso: string) =>
  web.tx(tx => iniziaBozza(tx, { utente: utenteN(utente), scheda: '5', comune: COMUNE, adesso }))
async function bozza() {
  const chi = utenteN(utente)
  const b = await inizia(ADESSO)
  await web.tx(tx => chiedi(tx, chi, b.id, { scheda: '5', dato: 'COGNOME', attuale: 'ROSI', chiesto: 'ROSSI' }))
  await web.tx(tx =>
    allega(
      tx,
      { cifra, limiti: { byte: 1e6, tutti: 1e6, quanti: 5 }, antivirus: undefined },
      { richiesta: b.id, nome: 'atto.pdf', dati: pdf(), mano: 'cittadino', adesso: ADESSO },
    ),
  )
  return b.id
}
/** A request that ended on 2 March 2026 by these moves. */
async function finita(...mosse: Mossa[]) {
  const id = await bozza()
  await web.tx(tx => invia(tx, utenteN(utente), id, { adesso: ADESSO, recapiti: [] }))
  for (const mossa of mosse) {
    const citt = mossa === 'ritira'
    const chi = citt
      ? ({ mano: 'cittadino', id: utenteN(utente) } as const)
      : ({ mano: 'comune', id: 'rossi', comune: COMUNE } as const)
    await web.tx(tx => muovi(tx, chi, id, { mossa, adesso: ADESSO, note: 'x' }))
  }
  return id
}
const quante = async (tabella: string, id: string, colonna = 'richiesta_id') =>
  (await radice.pool.query(`select from ${tabella} where ${colonna} = $1`, [id])).rowCount

test('every table of the schema says how long its rows stay, or that nothing of a person is in it', async () => {
  const { rows } = await radice.pool.query<{ t: string }>(
    `select c.relname as t from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition order by 1`,
  )
  const senza = Object.values(SENZA_PERSONE).flat()
  const dette = new Set([...CONSERVAZIONE.flatMap(c => c.tabelle), ...senza])
  expect(rows.map(r => r.t).filter(t => !dette.has(t))).toEqual([])
  expect(senza.filter(t => CONSERVAZIONE.some(c => c.tabelle.includes(t)))).toEqual([])
})

test('what is taken away says by what, what stays does not', () => {
  for (const c of CONSERVAZIONE) if (['never', 'replaced'].includes(c.come)) expect(c.toglie, c.dati).toBeUndefined()
})

test('a draft goes after ninety days with what hangs on it, also where there are thousands', async () => {
  const id = await bozza()
  await passa('2026-05-31')
  expect(await quante('richiesta', id, 'id')).toBe(1)
  await radice.pool.query(
    `insert into richiesta (utente, scheda_id, comune_id, creata, aggiornata)
     select gen_random_uuid(), 5, 7, $1, $1 from generate_series(1, 2500)`,
    [ADESSO],
  )
  await passa('2026-06-01')
  for (const [t, colonna] of [['richiesta', 'id'], ['richiesta_dato'], ['allegato']] as const)
    expect(await quante(t, id, colonna), t).toBe(0)
  const { rows } = await radice.pool.query('select count(*)::int as n from richiesta where stato = 1')
  expect(rows).toEqual([{ n: 0 }])
})

test('a draft stays ninety days from the last datum that was asked for in it', async () => {
  const id = await bozza()
  await inizia('2026-05-30T10:00:00Z')
  await passa('2026-06-01')
  expect(await quante('richiesta', id, 'id')).toBe(1)
  await passa('2026-08-29')
  expect(await quante('richiesta', id, 'id')).toBe(0)
})

test('attachments go two years after the answer, half a year after a withdrawal; the request stays ten years', async () => {
  const decisa = await finita('prendi', 'respingi')
  utente++
  const ritirata = await finita('ritira')
  utente++
  const aperta = await finita('prendi')
  const restano = async (giorno: string) => {
    await passa(giorno)
    return Promise.all([decisa, ritirata, aperta].map(async id => (await allegatiDi(web, id)).length))
  }
  expect(await restano('2026-09-02')).toEqual([1, 1, 1])
  expect(await restano('2026-09-03')).toEqual([1, 0, 1])
  expect(await restano('2028-03-02')).toEqual([1, 0, 1])
  expect(await restano('2028-03-03')).toEqual([0, 0, 1])
  expect((await radice.pool.query('select from allegato_pezzo')).rowCount).toBe(1)
  await passa('2036-03-02')
  expect(await quante('richiesta_mossa', decisa)).toBe(3)
  await passa('2036-03-03')
  for (const t of ['richiesta_mossa', 'richiesta_dato', 'avviso']) expect(await quante(t, decisa), t).toBe(0)
  expect(await quante('richiesta_mossa', aperta)).toBe(2)
})

test('the record of access goes by whole months; nobody may take a row, nor a month by a wrong clock', async () => {
  await radice.pool.query(
    "create table accesso_2014_01 partition of accesso for values from ('2014-01-01') to ('2014-02-01')",
  )
  await radice.pool.query(
    `insert into accesso (avvenuto, ruolo, chi, finalita, servizio, scheda_id) values ('2014-01-15', 'sistema', 'x', 1, 'x', 1)`,
  )
  const ci = async (nome: string) =>
    (await radice.pool.query<{ ci: boolean }>('select to_regclass($1) is not null as ci', [nome])).rows[0]!.ci
  const { rows } = await radice.pool.query<{ t: string }>("select 'accesso_' || to_char(now(), 'YYYY_MM') as t")
  for (const db of [web, job]) await expect(db.pool.query('delete from accesso')).rejects.toThrow('permission denied')
  await passa('2024-01-31')
  expect(await ci('accesso_2014_01')).toBe(true)
  await passa('2024-02-01')
  expect(await ci('accesso_2014_01')).toBe(false)
  await passa('2099-01-01')
  expect(await ci(rows[0]!.t)).toBe(true)
})

test('rows of a month that was not made in time are in it once it is made, and count as before', async () => {
  const dove = async () =>
    (
      await radice.pool.query<{ dove: string; chi: string }>(
        "select tableoid::regclass::text as dove, chi from accesso where chi like 'tardi%' order by avvenuto",
      )
    ).rows.map(r => `${r.chi} ${r.dove}`)
  await radice.pool.query(
    `insert into accesso (avvenuto, ruolo, chi, finalita, servizio, scheda_id)
     select d, 'sistema', 'tardi ' || n, 1, 'x', 1
       from unnest(array['2031-04-30T21:59:59Z', '2031-04-30T22:00:00Z', '2031-05-31T21:59:59Z']::timestamptz[]) with ordinality x (d, n)`,
  )
  const prima = await dove()
  expect(prima).toEqual(['tardi 1 accesso_altro', 'tardi 2 accesso_altro', 'tardi 3 accesso_altro'])
  await passaMesi('2031-05-01')
  expect(await dove()).toEqual(['tardi 1 accesso_altro', 'tardi 2 accesso_2031_05', 'tardi 3 accesso_2031_05'])
  await passaMesi('2031-05-01')
  for (const db of [web, job])
    await expect(db.pool.query('delete from accesso_2031_05')).rejects.toThrow('permission denied')
})

test('addresses of who has not come in for two years go, those of others stay; so do calls of two years ago', async () => {
  for (const [n, entrata] of [
    [700, '2024-03-01'],
    [701, '2024-03-03'],
  ] as const) {
    await radice.pool.query('insert into utente (id, codice_fiscale, creato, entrata) values ($1, $2, $3, $3)', [
      utenteN(n),
      `RSSNNA80D52H${n}X`,
      entrata,
    ])
    await radice.pool.query("insert into recapito values ($1, 'email', 'a@esempio.it', now(), now())", [utenteN(n)])
    await radice.pool.query(
      "insert into chiamata (comune_id, id_comune, id, servizio, impronta, chi, quando) values (7, $1, $2, 'P003', '', 'x', $3)",
      [String(n), n, entrata],
    )
  }
  await passa('2026-03-02')
  expect((await radice.pool.query('select utente from recapito')).rows).toEqual([{ utente: utenteN(701) }])
  expect((await radice.pool.query('select id_comune from chiamata')).rows).toEqual([{ id_comune: '701' }])
})
