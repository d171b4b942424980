import { expect, test } from 'vitest'
import { databaseDiProva } from '../../test/db.ts'
import { comuneLibero, famiglia, persona, porta, scriviFornitura, TERRITORIO } from '../../test/fornitura.ts'
import type { Db } from '../db/index.ts'
import { aggiornaCammino } from '../subentro/index.ts'
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

test('it is counted from indexes: no sequential scan of schede', async () => {
  const piano = await db().pool.query(
    `set enable_seqscan = off; explain select comune_id, count(*) filter (where registro = 'R') from scheda where stato = 'A' and op_base <= 99 group by comune_id`,
  )
  expect(JSON.stringify(piano)).toMatch(/Index Only Scan using scheda_conteggio/)
})

test('before the first snapshot there are no figures, not zeros', async () => {
  await db().tx(async tx => {
    const { sql } = await import('../db/sql.ts')
    await tx.run(sql`delete from conteggio`)
    expect(await nazione(tx, '2026-11-26')).toBeUndefined()
  })
})
