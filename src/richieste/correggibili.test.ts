import { beforeAll, expect, test } from 'vitest'
import { databaseDiProva } from '../../test/db.ts'
import { decodificheDiBase, CORREGGIBILI as operazioni } from '../anagrafe/index.ts'
import type { Db } from '../db/index.ts'
import { CORREGGIBILI, correggibili, modificaDato, SEZIONI_CORREGGIBILI, storiaDelDato } from './index.ts'

const banca = databaseDiProva()
let db: Db
beforeAll(() => {
  db = banca.apri('anpr_web')
})
const ADESSO = '2026-03-02T10:00:00Z'
const di = (aperto: boolean, aiuto: string | null = null) =>
  db.tx(tx => modificaDato(tx, { dato: 'COLORE', aperto, aiuto, chi: 'bianchi', adesso: ADESSO }))

test('what may be asked for is decode table 57, in its sections, and has an operation that corrects it', () => {
  const t57 = decodificheDiBase().voci('datoRettifica')
  expect([...CORREGGIBILI.values()].map(c => [c.dato, c.sezione]).sort()).toEqual(
    t57.map(v => [v.codice, v.verso]).sort(),
  )
  expect([...CORREGGIBILI.keys()].sort()).toEqual([...operazioni.keys()].sort())
  for (const dato of CORREGGIBILI.keys()) expect(dato).toMatch(/^[A-Z0-9_]{1,64}$/)
})
test('the sections are those of decode table 56, each once', () => {
  const t56 = decodificheDiBase().voci('sezioneRettifica')
  expect(SEZIONI_CORREGGIBILI.map(s => s.codice).sort()).toEqual(t56.map(v => v.codice).sort())
})
test('a datum that the ministry switches off is not offered; its history says who did what', async () => {
  expect((await correggibili(db)).size).toBe(CORREGGIBILI.size)
  await di(false)
  expect((await correggibili(db)).has('COLORE')).toBe(false)
  await di(true, 'Rosso o nero, dove il comune li distingue.')
  expect((await correggibili(db)).get('COLORE')).toMatchObject({ aiuto: 'Rosso o nero, dove il comune li distingue.' })
  expect((await storiaDelDato(db, 'COLORE')).map(m => [m.n, m.aperto, m.chi])).toEqual([
    [2, true, 'bianchi'],
    [1, false, 'bianchi'],
  ])
})
test('what the program does not know cannot be opened, and what was said is not rewritten', async () => {
  const m = { dato: 'PROFESSIONE', aperto: true, aiuto: null, chi: 'bianchi', adesso: ADESSO }
  await expect(db.tx(tx => modificaDato(tx, m))).rejects.toThrow('no such datum')
  for (const testo of ['update dato_correggibile set aiuto = null', 'delete from dato_correggibile'])
    await expect(db.pool.query(testo)).rejects.toMatchObject({ code: '42501' })
})
