import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { Type as T } from 'typebox'
import { beforeEach, expect, test } from 'vitest'
import { databaseDiProva } from '../../test/db.ts'
import { RADICE } from '../radice.ts'
import { type Db, migrate, row } from './index.ts'
import { sql } from './sql.ts'

const banca = databaseDiProva()
let db: Db
const file = readdirSync(join(RADICE, 'src/db/migrazioni'))
  .filter(f => f.endsWith('.sql'))
  .sort()
beforeEach(() => {
  db ??= banca.apri('anpr_migra')
})

test('the files are numbered 0001, 0002 … without a gap, and each says why, what it locks and what the old program does', async () => {
  const { readFile } = await import('node:fs/promises')
  expect(file.map(f => f.slice(0, 5))).toEqual(file.map((_, i) => `${String(i + 1).padStart(4, '0')}_`))
  for (const f of file) {
    const testo = await readFile(join(RADICE, 'src/db/migrazioni', f), 'utf8')
    for (const parola of [/^-- Why:/m, /^-- Locks:/m, /^-- (The old program|Old program)/m])
      expect([f, testo]).toEqual([f, expect.stringMatching(parola)])
  }
})

test('it can be repeated, also by several at once: what is applied stays', async () => {
  expect(await Promise.all([migrate(db), migrate(db)])).toEqual([[], []])
})

test('each file is recorded by its number and name', async () => {
  const forma = row(T.Object({ numero: T.Integer(), nome: T.String() }))
  const attese = file.map(nome => ({ numero: Number(nome.slice(0, 4)), nome }))
  expect(await db.rows(forma, sql`select numero, nome from migrazione order by numero`)).toEqual(attese)
})

test('a file that has changed since it was applied is refused, by its name', async () => {
  await db.tx(tx => tx.run(sql`update migrazione set impronta = 'x' where numero = 2`))
  await expect(migrate(db)).rejects.toThrow(/migrazione 0002_\w+\.sql è stata applicata con un altro testo/)
  await db.tx(tx => tx.run(sql`delete from migrazione where numero = 2`))
  // Applied a second time it fails at its first table, and leaves no record.
  await expect(migrate(db)).rejects.toMatchObject({ code: '42P07' })
  const forma = row(T.Object({ n: T.Integer() }))
  expect(await db.rows(forma, sql`select count(*)::int as n from migrazione where numero = 2`)).toEqual([{ n: 0 }])
})

test('an old program on a newer database is refused, and told what to do', async () => {
  await db.tx(tx => tx.run(sql`insert into migrazione (numero, nome, impronta) values (9999, '9999_futuro.sql', 'x')`))
  await expect(migrate(db)).rejects.toThrow(/è alla migrazione 9999.*avvia il programma più nuovo/)
})
