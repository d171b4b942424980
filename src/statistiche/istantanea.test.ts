import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { databaseDiProva } from '../../test/db.ts'
import { comuneLibero, famiglia, persona, porta, scriviFornitura, TERRITORIO } from '../../test/fornitura.ts'
import type { Db } from '../db/index.ts'
import { sql } from '../db/sql.ts'
import { aggiornaCammino } from '../subentro/index.ts'
import { previsti } from './andamenti.query.ts'
import { comuni } from './comuni.query.ts'
import { scattaConteggio } from './istantanea.query.ts'
import { nazione } from './territori.query.ts'

const banca = databaseDiProva()
let aperta: Db | undefined
const db = () => (aperta ??= banca.apri('anpr_job'))
const scatta = (giorno: string) => db().tx(tx => scattaConteggio(tx, giorno))
const entra = (istat: string, adesso: string, all: 'R' | 'E' = 'R') =>
  porta(
    db(),
    scriviFornitura(istat, [
      {
        soggetti: [persona(istat, '1', { famiglia: '1' }, { generalita: { soggettoAIRE: all === 'E' ? 'S' : 'N' } })],
        famiglie: [famiglia(istat, '1')],
      },
    ]),
    { adesso: () => adesso },
  )

test('a day counts the register as it stood at the midnight that opens it, in Rome, and counts the same again', async () => {
  const attivi = TERRITORIO.comuniAttivi().length
  // 23:30 of 20 November in Rome is 22:30 in Greenwich; half past midnight of the 21st there is 23:30 of the 20th here.
  await entra(comuneLibero().codice_istat!, '2026-11-20T22:30:00Z')
  await entra(comuneLibero().codice_istat!, '2026-11-20T23:30:00Z', 'E')
  const p = comuneLibero()
  await db().tx(tx =>
    aggiornaCammino(
      tx,
      [{ comune_id: p.comune, prima: '2026-12-01', ultima: '2026-12-10', preferita: '2026-12-05' }],
      'prova',
      '2026-11-19T10:00:00Z',
    ),
  )
  await scatta('2026-11-21')
  const prima = {
    residenti_in: 1,
    aire_in: 0,
    comuni_in: 1,
    comuni_pianificati: 1,
    comuni_fuori: attivi - 2,
  }
  expect(await nazione(db(), '2026-11-21')).toMatchObject(prima)
  await scatta('2026-11-21')
  expect(await nazione(db(), '2026-11-21')).toMatchObject(prima)
  await scatta('2026-11-22')
  expect(await nazione(db(), '2026-11-22')).toMatchObject({
    ...prima,
    aire_in: 1,
    comuni_in: 2,
    comuni_fuori: attivi - 3,
  })
})

test('a refused fornitura and a pre-subentro count for nothing', async () => {
  const istat = comuneLibero().codice_istat!
  const file = scriviFornitura(istat, [
    { soggetti: [persona(istat, '1', { famiglia: '1' })], famiglie: [famiglia(istat, '1')] },
  ])
  await scatta('2026-11-26')
  const prima = await nazione(db(), '2026-11-26')
  await porta(db(), file, { prova: true, adesso: () => '2026-11-24T10:00:00Z' })
  await scatta('2026-11-26')
  expect(await nazione(db(), '2026-11-26')).toEqual(prima)
})

test('a comune is planned while its last known day is ahead, on the preferred day, else the first that is known', async () => {
  const [una, altra, passata, aperta] = [comuneLibero(), comuneLibero(), comuneLibero(), comuneLibero()]
  await db().tx(tx =>
    aggiornaCammino(
      tx,
      [
        { comune_id: una.comune, prima: '2026-12-20' },
        { comune_id: altra.comune, ultima: '2026-12-21' },
        { comune_id: passata.comune, prima: '2026-12-01', ultima: '2026-12-14' },
        { comune_id: aperta.comune, prima: '2026-12-01', preferita: '2026-12-10', ultima: '2026-12-15' },
      ],
      'prova',
      '2026-11-27T10:00:00Z',
    ),
  )
  await scatta('2026-12-15')
  const soli = [una, altra, passata, aperta].map(c => c.comune)
  const visti = await comuni(db(), { giorno: '2026-12-15', soli })
  expect(soli.map(c => visti.find(v => v.comune_id === c)!).map(v => [v.stato, v.previsto])).toEqual([
    ['pianificato', '2026-12-20'],
    ['pianificato', '2026-12-21'],
    ['non_in', null],
    ['pianificato', '2026-12-10'],
  ])
  expect((await previsti(db(), '2026-12-15')).map(p => p.giorno)).toEqual(['2026-12-10', '2026-12-20', '2026-12-21'])
})

test('people and families are sums of movements from their covering index alone, since the newest sums that are kept', async () => {
  const migra = banca.apri('anpr_migra').pool
  // Many rows, since who reads few does well to read them all: two years of a hundred movements a day.
  await migra.query(`insert into operazione (id, servizio, comune_id, chi, decorrenza, registrata) overriding system value
    values (1000000, 'prova', (select min(id) from comune), 'prova', '2025-01-01', '2025-01-01')`)
  await migra.query(`
    insert into movimento (op_id, comune_id, giorno, registro, evento, persone, scheda_id)
    select 1000000, (array(select id from comune order by id limit 500))[1 + n % 500], '2025-01-01'::date + n / 100, 'R', 'trasferimento', 1, n
      from generate_series(1, 70000) n`)
  await migra.query('vacuum analyze movimento')
  const testo = readFileSync(join(import.meta.dirname, 'istantanea.sql'), 'utf8')
  const letture = async () => {
    const { rows } = await db().pool.query({ text: `explain (analyze, costs off) ${testo}`, values: ['2026-12-01'] })
    const righe = rows.map(r => String(r['QUERY PLAN']))
    expect(righe.filter(r => /Scan.* on (scheda|gruppo|effetto)\b/.test(r))).toEqual([])
    return righe.flatMap(r => {
      const letta = /(\w+ \w+ Scan using \w+|\w+ Scan) on movimento\b.*rows=(\d+)/.exec(r)
      return letta ? [{ come: letta[1], tante: Number(letta[2]) > 60_000, poche: Number(letta[2]) <= 300 }] : []
    })
  }
  await migra.query(`delete from conteggio where giorno = '2026-12-01'; delete from somma`)
  expect(await letture()).toMatchObject([{ come: 'Index Only Scan using movimento_del_giorno', tante: true }])
  await scatta('2026-12-01')
  await migra.query(`delete from conteggio where giorno = '2026-12-01'`)
  expect(await letture()).toMatchObject([{ come: 'Index Only Scan using movimento_del_giorno', poche: true }])
})

test('before the first snapshot there are no figures, not zeros', async () => {
  await db().tx(async tx => {
    await tx.run(sql`delete from conteggio`)
    expect(await nazione(tx, '2026-11-26')).toBeUndefined()
  })
})
