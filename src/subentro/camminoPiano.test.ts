import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { testiInTransazione } from '../../test/db.ts'
import { territorioSenzaDatabase } from '../anagrafe/territorio/carica.ts'
import type { Tx } from '../db/index.ts'
import { RADICE } from '../radice.ts'
import { cammino } from './cammino.query.ts'
import { leggiPiano } from './camminoFile.ts'
import { importaPiano } from './camminoPiano.query.ts'

const OGGI = '2026-11-25'
const MILANO = 5205
const territorio = territorioSenzaDatabase()
const testTx = testiInTransazione('anpr_job')
const prendi = (tx: Tx, ...righe: string[]) =>
  importaPiano(tx, [righe.join('\n')], { territorio, oggi: OGGI, adesso: `${OGGI}T11:00:00Z` })
const TESTA = 'CODISTAT,CODCATASTALE,DENOMINAZIONE_IT,PRIMA,PREFERITA,ULTIMA,RESIDENTI'

testTx('a plan is taken, with window and preferred day apart, and dates in both forms', async tx => {
  expect(await prendi(tx, TESTA, '015146,F205,MILANO,01/12/2026,2026-12-09,15/12/2026,1350000')).toEqual({
    righe: 1,
    cambiati: 1,
    uguali: 0,
    note: [],
  })
  expect(await cammino(tx, MILANO)).toMatchObject({
    prima: '2026-12-01',
    preferita: '2026-12-09',
    ultima: '2026-12-15',
    residenti: 1350000,
    subentrato: null,
  })
})

testTx('an empty cell leaves what was known, and the same file again changes nothing', async tx => {
  await prendi(tx, 'CODISTAT,CENSIMENTO,ABILITATO', '015146,2026-01-10,2026-03-01')
  await prendi(tx, 'CODISTAT,CENSIMENTO,PRESUBENTRO', '015146,,2026-05-05')
  expect(await cammino(tx, MILANO)).toMatchObject({
    censimento: '2026-01-10',
    abilitato: '2026-03-01',
    presubentro: '2026-05-05',
  })
  expect(await prendi(tx, 'CODISTAT,PRESUBENTRO', '015146,05/05/2026')).toMatchObject({ cambiati: 0, uguali: 1 })
})

describe('a fault names its line, column and rule', () => {
  test.each([
    ['a day that the calendar does not have', 'CODISTAT,PRIMA\n015146,31/02/2027', 2, 'PRIMA', 'data'],
    ['a date in another form', 'CODISTAT,PRIMA\n015146,2027.01.05', 2, 'PRIMA', 'data'],
    ['a year before ANPR', 'CODISTAT,DATASUBENTRO\n015146,21/10/1016', 2, 'DATASUBENTRO', 'anno'],
    ['a plan of the far future', 'CODISTAT,PRIMA\n015146,2207-01-01', 2, 'PRIMA', 'anno'],
    ['an entry in the future', 'CODISTAT,DATASUBENTRO\n015146,26/11/2026', 2, 'DATASUBENTRO', 'ingresso futuro'],
    [
      'a window back to front',
      'CODISTAT,PRIMA,ULTIMA\n015146,2026-12-10,2026-12-09',
      2,
      'ULTIMA',
      'finestra al contrario',
    ],
    [
      'a preferred day outside',
      'CODISTAT,PRIMA,PREFERITA\n015146,2026-12-10,2026-12-09',
      2,
      'PREFERITA',
      'giorno fuori dalla finestra',
    ],
    ['a code without its zero', 'CODISTAT,PRIMA\n15146,2026-12-10', 2, 'CODISTAT', 'codice ISTAT'],
    ['people with a point', 'CODISTAT,RESIDENTI\n015146,1.350', 2, 'RESIDENTI', 'numero'],
    ['a row with too few fields', 'CODISTAT,PRIMA\n\n015146', 2, null, 'numero di campi'],
    ['a row without a code', 'CODISTAT,PRIMA\n,2026-12-10', 2, null, 'codice mancante'],
    ['a column that we do not know', 'CODISTAT,DATA\n015146,2026-12-10', 1, null, 'colonna sconosciuta'],
    ['a column twice', 'CODISTAT,PRIMA,PRIMA\n', 1, 'PRIMA', 'colonna ripetuta'],
    ['no code', 'DENOMINAZIONE_IT,PRIMA\n', 1, null, 'colonne mancanti'],
  ])('%s', async (_che, testo, riga, colonna, regola) => {
    expect((await leggiPiano([testo], OGGI)).guasti[0]).toMatchObject({ riga, colonna, regola })
  })
  test.each([
    ['', 1, 'file vuoto'],
    ['CODISTAT,PRIMA\n', 1, 'file vuoto'],
    ['CODISTAT,PRIMA\n"015146,2026-12-10', 2, 'virgolette'],
  ])('%j cannot be read on', async (testo, riga, regola) => {
    await expect(leggiPiano([testo], OGGI)).rejects.toMatchObject({ guasti: [{ riga, regola }] })
  })
})

testTx('of a file with faults all are told, in the order of their lines, and nothing is kept', async tx => {
  const file = ['CODISTAT,PRIMA', '015146,2026-12-10', '999999,2026-12-10', '058091,ieri', '015146,2026-12-11']
  await expect(prendi(tx, ...file)).rejects.toMatchObject({
    nome: 'PianoNonValido',
    guasti: [
      { riga: 3, colonna: 'CODISTAT', regola: 'codice sconosciuto', valore: '999999' },
      { riga: 4, colonna: 'PRIMA', regola: 'data', valore: 'ieri' },
      { riga: 5, colonna: null, regola: 'comune ripetuto', valore: 'riga 2' },
    ],
  })
  expect(await cammino(tx, MILANO)).toBeUndefined()
})

testTx('a window is judged together with what was known of it', async tx => {
  await prendi(tx, 'CODISTAT,PRIMA,ULTIMA', '015146,2026-12-10,2026-12-20')
  await expect(prendi(tx, 'CODISTAT,PREFERITA', '015146,2026-12-21')).rejects.toMatchObject({
    guasti: [{ riga: 2, regola: 'giorno fuori dalla finestra' }],
  })
})

describe('a row that cannot be right is reported by its line', () => {
  const T = 'CODISTAT,CODCATASTALE,DENOMINAZIONE_IT,DATASUBENTRO'
  testTx('a name that is another comune’s: left out', async tx => {
    expect((await prendi(tx, T, '015146,F205,ROMA,21/10/2016')).note).toEqual([
      { riga: 2, codice: '015146', nome: 'ROMA', che: 'nome', tenuta: false },
    ])
    expect(await cammino(tx, MILANO)).toBeUndefined()
  })
  testTx('two codes of two comuni: left out', async tx => {
    expect((await prendi(tx, T, '058091,F205,MILANO,21/10/2016')).note).toMatchObject([
      { che: 'codici', tenuta: false },
    ])
  })
  testTx('a day after the comune’s last: left out; before it, kept', async tx => {
    const { note, cambiati } = await prendi(tx, T, '096073,L606,VALLE MOSSO,03/11/2019')
    expect([note, cambiati]).toMatchObject([[{ riga: 2, che: 'non esisteva', tenuta: false }], 0])
    expect(await prendi(tx, T, '096073,L606,VALLE MOSSO,03/11/2017')).toMatchObject({
      cambiati: 1,
      note: [
        { che: 'cessato dopo', tenuta: true },
        { che: 'senza fornitura', tenuta: true },
      ],
    })
  })
  testTx('an entry of a comune whose people are not in this register: kept', async tx => {
    expect((await prendi(tx, T, '015146,F205,MILANO,21/10/2016')).note).toMatchObject([
      { che: 'senza fornitura', tenuta: true },
    ])
    expect(await cammino(tx, MILANO)).toMatchObject({ subentrato: '2016-10-21' })
  })
  testTx('second and former names are the comune’s own: nothing to report but the entry', async tx => {
    const { note } = await prendi(tx, T, ',A952,Bozen,21/10/2016', ',G878,POPOLI,21/10/2016')
    expect(note.map(n => n.che)).toEqual(['senza fornitura', 'senza fornitura'])
  })
})

// Skipped where ../shared/reference is not beside the project.
const SUBENTRATI = join(RADICE, '../shared/reference/tabelle/comuni_subentrati.csv')
describe.skipIf(!existsSync(SUBENTRATI))('the list of 1,776 comuni (needs ../shared/reference)', () => {
  testTx('goes in as it is; Valle Mosso, which is no more, is reported', async tx => {
    const e = await importaPiano(tx, [readFileSync(SUBENTRATI, 'utf8')], {
      territorio,
      oggi: OGGI,
      adesso: `${OGGI}T11:00:00Z`,
    })
    const altre = e.note.filter(n => n.che !== 'senza fornitura')
    expect([e.righe, e.cambiati, e.note.filter(n => !n.tenuta).length]).toEqual([1776, 1773, 3])
    expect(altre.filter(n => !n.tenuta).map(n => n.nome)).toEqual([
      'CISMON DEL GRAPPA',
      'SAN NAZARIO',
      'CAMPOLONGO SUL BRENTA',
    ])
    expect(altre).toContainEqual({ riga: 22, codice: '096073', nome: 'VALLE MOSSO', che: 'cessato dopo', tenuta: true })
  })
})
