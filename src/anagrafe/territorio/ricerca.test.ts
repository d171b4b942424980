import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { databaseDiProva } from '../../../test/db.ts'
import { RADICE } from '../../radice.ts'
import { importaComuni } from './importa.ts'
import { cercaComuni, comunePerCodice, storiaDelComune } from './ricerca.query.ts'

const IL = '2026-11-25'
const banca = databaseDiProva()
const db = banca.apri('anpr_web')
const primo = async (testo: string) => {
  const t = (await cercaComuni(db, testo, { il: IL }))[0]
  return t && `${t.nome} (${t.provincia}) ${t.come}`
}

describe('a name is found however it is typed', () => {
  test.each([
    ['Sorgà', 'Sorgà (VR) nome'],
    ["SORGA'", 'Sorgà (VR) nome'],
    ['sorga', 'Sorgà (VR) nome'],
    ['sorga’', 'Sorgà (VR) nome'],
    ['  sorgà  ', 'Sorgà (VR) nome'],
    ["L'Aquila", "L'Aquila (AQ) nome"],
    ['l’aquila', "L'Aquila (AQ) nome"],
    ['laquila', "L'Aquila (AQ) nome"],
    ['antey saint andré', 'Antey-Saint-André (AO) nome'],
    ['ANTEY-SAINT-ANDRE', 'Antey-Saint-André (AO) nome'],
    ["Aglie'", 'Agliè (TO) nome'],
    ['Ne', 'Ne (GE) nome'],
    ['re', 'Re (VB) nome'],
    ['mil', 'Milano (MI) nome'],
    ['reggio emilia', "Reggio nell'Emilia (RE) nome"],
  ])('%s', async (testo, atteso) => expect(await primo(testo)).toBe(atteso))
})

describe('in the other languages of Italy', () => {
  test.each([
    ['Bozen', 'Bolzano (BZ) altro_nome'],
    ['Brixen', 'Bressanone (BZ) altro_nome'],
    ['Völs am Schlern', 'Fiè allo Sciliar (BZ) altro_nome'],
    ['voels am schlern', 'Fiè allo Sciliar (BZ) altro_nome'],
    ['vols', 'Fiè allo Sciliar (BZ) altro_nome'],
    ['eppan an der weinstrasse', 'Appiano sulla strada del vino (BZ) altro_nome'],
    ['Zgonik', 'Sgonico (TS) altro_nome'],
    ['Sgonico', 'Sgonico (TS) nome'],
    ['doberdò del lago', 'Doberdò del Lago (GO) nome'],
    ['Doberdob', 'Doberdò del Lago (GO) altro_nome'],
    ['Trbiž', 'Tarvisio (UD) altro_nome'],
    ['trbiz', 'Tarvisio (UD) altro_nome'],
    ['Sèn Jan', 'San Giovanni di Fassa (TN) altro_nome'],
    ['san giovanni di fassa', 'San Giovanni di Fassa (TN) nome'],
    ['Devin', 'Duino Aurisina (TS) altro_nome'],
  ])('%s', async (testo, atteso) => expect(await primo(testo)).toBe(atteso))
})

describe('of two comuni with one name, the province tells which', () => {
  test.each([
    ['castro bg', 'Castro (BG) nome'],
    ['Castro (BG)', 'Castro (BG) nome'],
    ['castro le', 'Castro (LE) nome'],
    ['castro bergamo', 'Castro (BG) nome'],
    ['livo co', 'Livo (CO) nome'],
    ['Livo (TN)', 'Livo (TN) nome'],
    ['peglio pu', 'Peglio (PU) nome'],
    ['Peglio CO', 'Peglio (CO) nome'],
    ['samone, to', 'Samone (TO) nome'],
    ['samone trento', 'Samone (TN) nome'],
    ['San Teodoro (ME)', 'San Teodoro (ME) nome'],
    ['san teodoro ss', 'San Teodoro (SS) nome'],
  ])('%s', async (testo, atteso) => expect(await primo(testo)).toBe(atteso))

  test.each(['castro', 'livo', 'peglio', 'samone', 'san teodoro'])('%s alone finds both, first', async nome => {
    const due = (await cercaComuni(db, nome, { il: IL })).slice(0, 2)
    expect(due.map(t => t.nome.toLowerCase())).toEqual([nome, nome])
    expect(new Set(due.map(t => t.provincia)).size).toBe(2)
  })
})

describe('a name of once leads to the comune of today', () => {
  test.each([
    ['Popoli', 'Popoli Terme (PE) passato'],
    ['Casorzo', 'Casorzo Monferrato (AT) passato'],
    ['Salorno', 'Salorno sulla strada del vino (BZ) passato'],
    ['Nanto', 'Castegnero Nanto (VI) cessato'],
    ['Monteciccardo', 'Pesaro (PU) cessato'],
    ['Bregano', 'Bardello con Malgesso e Bregano (VA) cessato'],
  ])('%s', async (testo, atteso) => expect(await primo(testo)).toBe(atteso))

  test('the day counts: before the merger it is itself', async () => {
    const [allora] = await cercaComuni(db, 'Nanto', { il: '2026-02-20' })
    expect(allora).toMatchObject({ nome: 'Nanto', come: 'nome', attivo: true, cessato_il: null })
    const [ora] = await cercaComuni(db, 'Nanto', { il: '2026-02-21' })
    expect(ora).toMatchObject({ codice_istat: '024129', come: 'cessato', trovato: 'Nanto', cessato_il: '2026-02-20' })
  })

  test('a comune that ceased without a successor that we know is found as itself, with its last day', async () => {
    expect((await cercaComuni(db, 'Valle Mosso', { il: IL }))[0]).toMatchObject({
      codice_catastale: 'L606',
      attivo: false,
      come: 'cessato',
      cessato_il: '2018-12-31',
    })
    const { comune_id } = (await comunePerCodice(db, 'L606', IL))!
    expect(await storiaDelComune(db, comune_id, IL)).toMatchObject([
      { che: 'forse', il: '2019-01-01', nome: 'Quaregna Cerreto' },
      { che: 'forse', il: '2019-01-01', nome: 'Valdilana' },
    ])
  })
})

test.each([
  ['Millano', 'Milano (MI) simile'],
  ['Reggio Calabira', 'Reggio di Calabria (RC) simile'],
  ['santa maria capua vetera', 'Santa Maria Capua Vetere (CE) simile'],
  ['Bologa', 'Bologna (BO) simile'],
  ['firenxe', 'Firenze (FI) simile'],
])('a typing mistake is forgiven: %s', async (testo, atteso) => expect(await primo(testo)).toBe(atteso))

test.each(['', '   ', '\0', '%', '_', "'", '-- ', '()', '…', '😀', 'Ж'])(
  '%j finds nothing and breaks nothing',
  async testo => expect(await cercaComuni(db, testo, { il: IL })).toEqual([]),
)

test.each([
  "'; drop table comune; --",
  '%%%a%%%',
  'a'.repeat(10_240),
  `Milano${' '.repeat(60)}x`,
  'mi\0lano',
  '\\',
  '{"chiave":"x"}',
])('text that is no name is only text to look for (%#)', async testo => {
  await expect(cercaComuni(db, testo, { il: IL })).resolves.toBeInstanceOf(Array)
})

test('a NUL inside a word is no letter', async () => expect(await primo('mi\0lano')).toBe('Milano (MI) nome'))
test('beyond 64 characters nothing is read', async () =>
  expect(await primo(`Milano${' '.repeat(58)}Torino`)).toBe('Milano (MI) nome'))
test('a word inside a name is enough', async () =>
  expect((await cercaComuni(db, 'aquila', { il: IL, limite: 8 })).map(t => t.nome)).toContain("L'Aquila"))
test('never more than asked for, each comune once', async () => {
  const otto = await cercaComuni(db, 'san', { il: IL, limite: 8 })
  expect(otto).toHaveLength(8)
  expect(new Set(otto.map(t => t.comune_id)).size).toBe(8)
})

describe('a code leads to its comune', () => {
  test.each([
    ['015146', 'Milano', 0],
    ['F205', 'Milano', 1],

    ['F838', 'Nanto', 3],
  ])('%s: %s', async (codice, nome, grado) =>
    expect(await comunePerCodice(db, codice, IL)).toMatchObject({ nome, grado }),
  )
  test.each(['999999', '', 'Z404', "x'"])('%j: nobody', async codice =>
    expect(await comunePerCodice(db, codice, IL)).toBeUndefined(),
  )
})

// Skipped where ../shared/reference is not beside the project: the ministry's archive is not ours to carry.
const ARCHIVIO = join(RADICE, '../shared/reference/archivi/ANPR_archivio_comuni.csv')
describe.skipIf(!existsSync(ARCHIVIO))('with the ministry’s archive (needs ../shared/reference)', () => {
  const altra = databaseDiProva()
  const tutti = altra.apri('anpr_web')
  beforeAll(async () => {
    await altra.apri('anpr_migra').tx(tx => importaComuni(tx, ARCHIVIO))
  })
  test.each([
    ['Abano', 'Abano Terme', 'passato'],
    ['Casorzo', 'Casorzo Monferrato', 'passato'],
    ['Valle Mosso', 'Valle Mosso', 'cessato'],
    ['Zgonik', 'Sgonico-Zgonik', 'altro_nome'],
    ['Girgenti', 'Agrigento', 'passato'],
  ])('%s leads to %s (%s)', async (testo, nome, come) =>
    expect((await cercaComuni(tutti, testo, { il: IL }))[0]).toMatchObject({ nome, come }),
  )
  test('a former code leads to the comune of today', async () =>
    expect(await comunePerCodice(tutti, '041033', IL)).toMatchObject({ nome: 'Montecopiolo', grado: 2 }))
})
