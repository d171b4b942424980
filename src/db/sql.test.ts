import { expect, test } from 'vitest'
import { sql, sqlDaFile } from './sql.ts'

test('values become parameters, whatever they hold', () => {
  const cattivo = "'; drop table scheda; --"
  expect(sql`select ${cattivo}, ${2}`).toMatchObject({ testo: 'select $1, $2', valori: [cattivo, 2] })
})

test('a statement is named after its text: the same text has the same name, another text another', () => {
  const uno = (v: number) => sql`select ${v}`
  expect(uno(1).nome).toBe(uno(2).nome)
  expect(sql`select ${1}`.nome).toBe(uno(1).nome)
  expect(sql`select  ${1}`.nome).not.toBe(uno(1).nome)
  expect(uno(1).nome).toMatch(/^[\w-]{20}$/) // PostgreSQL cuts names at 63
})

test('a file of several statements has no name: it is sent as it is', () => {
  expect(sqlDaFile('select 1; select 2')).toEqual({ nome: '', testo: 'select 1; select 2', valori: [] })
})
