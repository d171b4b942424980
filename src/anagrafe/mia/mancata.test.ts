import { Type as T } from 'typebox'
import { expect, test } from 'vitest'
import { databaseDiProva } from '../../../test/db.ts'
import { row } from '../../db/index.ts'
import { sql } from '../../db/sql.ts'
import { dimenticaMancate, mancata, segnaMancata } from './mancata.query.ts'
import type { Mancata } from './mia.ts'

const banca = databaseDiProva()
const RIFERIMENTO = 'K7R2-M9XD'
const SCHEDA = {
  comune_id: 1,
  comune: 'X',
  provincia: 'XX',
  registro: 'R',
  senza: false,
  motivo: null,
  dal: null,
} as const
const M: Mancata = { causa: 'duplicata', certa: true, schede: [{ id: '5', ...SCHEDA }, { id: '9', ...SCHEDA }] } // biome-ignore format: a line

test('the comune finds by the number what the citizen was told: once however often she tries, for a year', async () => {
  const [web, job] = [banca.apri('anpr_web'), banca.apri('anpr_job')]
  await Promise.all([1, 2, 3].map(() => web.tx(tx => segnaMancata(tx, RIFERIMENTO, 'RSSNNA80D52H501W', M))))
  const [{ oggi, dopo, poi } = { oggi: '', dopo: '', poi: '' }] = await web.rows(
    row(T.Object({ oggi: T.String(), dopo: T.String(), poi: T.String() })),
    sql`select current_date as oggi, (current_date + interval '1 year')::date as dopo, (current_date + interval '1 year 1 day')::date as poi`,
  )
  expect(await mancata(web, RIFERIMENTO)).toEqual({
    causa: 'duplicata',
    codice_fiscale: 'RSSNNA80D52H501W',
    schede: ['5', '9'],
    prima: oggi,
    ultima: oggi,
  })
  expect(await mancata(web, 'AAAA-AAAA')).toBeUndefined()
  expect(await job.tx(tx => dimenticaMancate(tx, dopo))).toBe(0)
  expect(await job.tx(tx => dimenticaMancate(tx, poi))).toBe(1)
  expect(await mancata(web, RIFERIMENTO)).toBeUndefined()
})
test('what was told is not rewritten: the pages may only move the day', async () => {
  const web = banca.apri('anpr_web')
  for (const testo of ["update visura_mancata set causa = 'x'", 'delete from visura_mancata'])
    await expect(web.tx(tx => tx.run({ nome: '', testo, valori: [] }))).rejects.toMatchObject({ code: '42501' })
})
