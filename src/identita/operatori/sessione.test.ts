import { beforeAll, expect, test } from 'vitest'
import { databaseDiProva } from '../../../test/db.ts'
import type { Db } from '../../db/index.ts'
import { operatoriDiPersona, scriviOperatore, togliDiOperatore } from './operatore.query.ts'
import { haFacolta, PROFILI } from './profili.ts'
import { apriOperatore, chiudiOperatore, pulisciOperatori, trovaOperatore } from './sessione.ts'

const banca = databaseDiProva()
let db: Db
let id: string
const CF = 'BSSCRL80A41H501X'
const ORA = '2026-03-02T10:00:00.000Z'
const fra = (minuti: number) => new Date(Date.parse(ORA) + minuti * 60_000).toISOString()
const DURATE = { inattiva: 15, massima: 60 }
const chi = { codiceFiscale: CF, cognome: 'Bassani', nome: 'Carla', profilo: 'ufficiale', adesso: ORA, da: 'prova' }
beforeAll(async () => {
  db = banca.apri('anpr_web')
  id = await db.tx(tx => scriviOperatore(tx, { ...chi, comune: 1, prefettura: undefined }))
})
const apre = () => db.tx(tx => apriOperatore(tx, { operatore: id, via: 'carta', ora: ORA, durate: DURATE }))

test('an officer works for the seat for which she is enrolled, and her session says so', async () => {
  const s = await trovaOperatore(db, await apre(), fra(1), DURATE)
  expect(s).toMatchObject({ ruolo: 'ufficiale', profilo: 'ufficiale', comune: 1, prefettura: undefined, nome: 'Carla' })
  expect(s?.sede).toBeTruthy()
})

test('a session ends when idle, after its time, by logout, and when its officer is blocked', async () => {
  const idle = await apre()
  expect(await trovaOperatore(db, idle, fra(16), DURATE)).toBeUndefined()
  const attiva = await apre()
  for (let m = 10; m < 60; m += 10) expect(await trovaOperatore(db, attiva, fra(m), DURATE)).toBeDefined()
  expect(await trovaOperatore(db, attiva, fra(60), DURATE)).toBeUndefined()
  const uscita = await apre()
  await db.tx(tx => chiudiOperatore(tx, uscita))
  expect(await trovaOperatore(db, uscita, fra(1), DURATE)).toBeUndefined()
  const bloccata = await apre()
  const blocco = 'update operatore set bloccato = $2, motivo_blocco = $3 where id = $1'
  await db.pool.query(blocco, [id, ORA, 'carta smarrita'])
  expect(await trovaOperatore(db, bloccata, fra(1), DURATE)).toBeUndefined()
  await db.pool.query(blocco, [id, null, null])
  expect(await trovaOperatore(db, bloccata, fra(1), DURATE)).toBeDefined()
  await db.tx(tx => togliDiOperatore(tx, id))
  expect(await trovaOperatore(db, bloccata, fra(1), DURATE)).toBeUndefined()
  expect(await db.tx(tx => pulisciOperatori(tx, fra(100), DURATE))).toBe(0)
})

test('enrolled twice for a seat is once; the same person may work for another seat', async () => {
  expect(await db.tx(tx => scriviOperatore(tx, { ...chi, comune: 1, prefettura: undefined }))).toBe(id)
  await db.tx(tx => scriviOperatore(tx, { ...chi, comune: 2, prefettura: undefined }))
  expect((await operatoriDiPersona(db, CF)).map(o => o.comune_id).sort()).toEqual([1, 2])
})

test('who only consults moves no request, and nobody outside a comune reads a citizen', () => {
  expect(PROFILI.filter(p => haFacolta(p.profilo, 'leggere')).map(p => p.ruolo)).toEqual(Array(3).fill('ufficiale'))
  expect(haFacolta('consultazione', 'trattare')).toBe(false)
})
