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

test('people and families are counted from their covering indexes alone, never by reading schede', async () => {
  const migra = banca.apri('anpr_migra').pool
  // Many rows, since who reads few does well to read them all: 20,000 schede, as many families.
  await migra.query(`
    insert into scheda (id, id_anpr, registro, comune_id, sesso, nascita, nascita_precisa, op_base, dati)
    select 1000000 + n, 'p' || n, 'R', (array(select id from comune order by id limit 500))[1 + n % 500], 'F', '1980-01-01', 'G', 1, '{}'
      from generate_series(1, 20000) n`)
  await migra.query(`
    insert into gruppo (id, tipo, comune_id, op_base, denominazione)
    select 1000000 + n, 3, (array(select id from comune order by id limit 500))[1 + n % 500], 1, repeat('x', 60)
      from generate_series(1, 20000) n`)
  await migra.query('vacuum analyze scheda, gruppo')
  const testo = readFileSync(join(import.meta.dirname, 'istantanea.sql'), 'utf8')
  const { rows } = await db().pool.query({ text: `explain ${testo}`, values: ['2026-12-01'] })
  const letture = rows.map(r => String(r['QUERY PLAN'])).filter(r => /Scan.* on (scheda|gruppo)\b/.test(r))
  expect(letture.map(r => /(?<come>\w+ \w+ Scan using \w+)/.exec(r)?.groups?.come)).toEqual([
    'Index Only Scan using scheda_conteggio',
    'Index Only Scan using gruppo_di_comune',
  ])
})

test('before the first snapshot there are no figures, not zeros', async () => {
  await db().tx(async tx => {
    await tx.run(sql`delete from conteggio`)
    expect(await nazione(tx, '2026-11-26')).toBeUndefined()
  })
})
