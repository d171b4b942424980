import { beforeAll, expect, test } from 'vitest'
import { databaseDiProva } from '../../test/db.ts'
import type { Db } from '../db/index.ts'
import { motiviIrricevibilita, scriviVoce, storiaRichieste, vociRichieste } from './index.ts'
import { esigiMotivo } from './motivi.ts'

const banca = databaseDiProva()
let db: Db
beforeAll(() => {
  db = banca.apri('anpr_web')
})
const TABELLA = 'motivoIrricevibilita'
const ADESSO = '2026-03-02T10:00:00Z'
const scrive = (v: { codice: string; descrizione: string; attiva?: boolean; usi?: string[]; chi?: string }) =>
  db.tx(tx => scriviVoce(tx, TABELLA, { attiva: true, adesso: ADESSO, chi: 'ministero-1', ...v }))
const rifiuto = (fatto: Promise<unknown>) =>
  fatto.then(
    () => undefined,
    e => e.dati,
  )

test('the program brings reasons of its own; those of a move of house are none for a correction', async () => {
  const motivi = await motiviIrricevibilita(db)
  expect(motivi.map(m => m.codice)).toEqual(['1', '2', '3', '4', '5', '6', '99'])
  expect(motivi[0]).toMatchObject({ scritta: null, chi: null })
})

test('the ministry adds a reason, words it anew, takes it out of use; who did what stays', async () => {
  await scrive({ codice: '20', descrizione: ' Richiesta di  persona senza titolo ' })
  await scrive({ codice: '20', descrizione: 'La chiede chi non ne ha titolo', usi: ['rettifica'] })
  expect(await esigiMotivo(db, '20')).toBeUndefined()
  await scrive({ codice: '20', descrizione: 'La chiede chi non ne ha titolo', attiva: false, chi: 'ministero-2' })
  expect(await rifiuto(esigiMotivo(db, '20'))).toEqual({
    campi: { motivo: 'ignoto' },
    ammessi: { motivo: ['1', '2', '3', '4', '5', '6', '99'] },
  })
  // What was decided with it still has its words.
  expect((await vociRichieste(db, TABELLA)).at(-1)).toMatchObject({ codice: '20', attiva: false, chi: 'ministero-2' })
  expect((await storiaRichieste(db, TABELLA)).map(v => [v.descrizione, v.usi, v.attiva, v.chi])).toEqual([
    ['La chiede chi non ne ha titolo', ['rettifica'], false, 'ministero-2'],
    ['La chiede chi non ne ha titolo', ['rettifica'], true, 'ministero-1'],
    ['Richiesta di persona senza titolo', ['residenza', 'rettifica'], true, 'ministero-1'],
  ])
})

test('a code of the program is reworded in its place; saying the same again writes nothing', async () => {
  const prima = (await storiaRichieste(db, TABELLA)).length
  for (let n = 0; n < 2; n++) await scrive({ codice: '5', descrizione: 'Ripete una richiesta già presentata' })
  expect((await motiviIrricevibilita(db))[4]).toMatchObject({
    codice: '5',
    descrizione: 'Ripete una richiesta già presentata',
  })
  expect((await storiaRichieste(db, TABELLA)).length).toBe(prima + 1)
})

test.each([
  [{ codice: '', descrizione: 'x' }, { codice: 'vuoto' }],
  [{ codice: '100', descrizione: 'x' }, { codice: 'formato' }],
  [
    { codice: 'A', descrizione: ' ' },
    { codice: 'formato', descrizione: 'vuoto' },
  ],
  [{ codice: '21', descrizione: 'x'.repeat(201) }, { descrizione: 'lungo' }],
  [{ codice: '21', descrizione: 'x', usi: ['tutto'] }, { usi: 'ignoto' }],
])('%j is not a code that P000 could carry: %j', async (v, campi) => {
  expect(await rifiuto(scrive(v))).toEqual({ campi })
})

test('history is only ever added to', async () => {
  await expect(db.pool.query("update voce_richieste set chi = 'nessuno'")).rejects.toThrow('permission denied')
  await expect(db.pool.query('delete from voce_richieste')).rejects.toThrow('permission denied')
})
