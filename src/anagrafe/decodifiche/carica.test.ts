import { Type as T } from 'typebox'
import { beforeAll, expect, test } from 'vitest'
import { databaseDiProva, testiInTransazione } from '../../../test/db.ts'
import { type Db, type Ruolo, row } from '../../db/index.ts'
import { sql, sqlDaFile } from '../../db/sql.ts'
import { CERTIFICABILITA, LEGAMI_CONVIVENZA, LEGAMI_FAMIGLIA } from '../tabelle.ts'
import { NOMI, testate, tutteLeVoci } from './base.ts'
import { aggiornaDecodifiche, caricaDecodifiche, scrivi } from './carica.ts'
import { segna, tutte } from './decodifiche.query.ts'
import { decodificheDiBase } from './decodifiche.ts'

const testTx = testiInTransazione('anpr_migra')
const banca = databaseDiProva()
const NOMI_DI_TABELLE = row(T.Object({ nome: T.String() }))

testTx('the database tells what our tables tell', async tx => {
  const d = await caricaDecodifiche(tx)
  const base = decodificheDiBase()
  for (const nome of NOMI) expect(d.voci(nome)).toEqual(base.voci(nome))
  expect(await tutte(tx)).toHaveLength(tutteLeVoci().length)
  expect(d.vale('legameFamiglia', '14', 'subentro', '2026-11-25')).toBe(true)
  expect(d.vale('legameFamiglia', '14', 'corrente', '2026-11-25')).toBe(false)
  expect(d.esiste('legameFamiglia', '14', '2026-11-25')).toBe(false)
})

testTx('loading twice changes nothing, even when all of it is written again', async tx => {
  expect(await aggiornaDecodifiche(tx)).toBeUndefined()
  expect(await scrivi(tx, testate(), tutteLeVoci())).toEqual({ nuove: 0, cambiate: 0, tolte: 0 })
})

testTx('the next start mends what an older program left, and says what it changed', async tx => {
  const prima = await tutte(tx)
  const vecchie = tutteLeVoci()
    .filter(v => v.tabella !== 'lingua')
    .map(v => (v.tabella === 'tipoTribunale' && v.codice === '4' ? { ...v, descrizione: 'Avvocato/Notaio' } : v))
  const inPiù = { ...vecchie[0]!, codice: '5', descrizione: 'Di una volta', ordine: 9 }
  expect(await scrivi(tx, testate(), [...vecchie, inPiù])).toEqual({ nuove: 1, cambiate: 1, tolte: 4 })
  expect(await tx.rows(NOMI_DI_TABELLE, sql`select nome from decodifica_tabella where nome = 'lingua'`)).toEqual([])
  await segna(tx, 'di una volta')
  expect(await aggiornaDecodifiche(tx)).toEqual({ nuove: 4, cambiate: 1, tolte: 1 })
  expect(await tutte(tx)).toEqual(prima)
})

const CHECK = row(T.Object({ gruppo_tipo: T.Union([T.Number(), T.Null()]), legame: T.Number() }))
const AMMESSI = row(T.Object({ valore: T.Number() }))
const DEFINIZIONE = row(T.Object({ testo: T.String() }))

/** What a check of `scheda` lets pass, asked of PostgreSQL itself with the check's own text. */
testTx('a scheda may have the legami of tables 5 and 6, and no other', async tx => {
  const [check] = await tx.rows(
    DEFINIZIONE,
    sql`select pg_get_expr(conbin, conrelid) as testo from pg_constraint where conname = 'scheda_legame_ammesso'`,
  )
  const righe = await tx.rows(
    CHECK,
    sqlDaFile(
      `select gruppo_tipo, legame from unnest(array[3, 4, 5, null]) gruppo_tipo, generate_series(-1, 120) legame
             where ${check!.testo}`,
    ),
  )
  const di = (tipo: number | null) => righe.filter(r => r.gruppo_tipo === tipo).map(r => r.legame)
  const famiglia = [...LEGAMI_FAMIGLIA].toSorted((a, b) => a - b)
  expect(di(3)).toEqual(famiglia)
  expect(di(5)).toEqual(famiglia)
  expect(di(null)).toEqual(famiglia)
  expect(di(4)).toEqual([...LEGAMI_CONVIVENZA])
})

testTx('a scheda may have the certificabilità of table 42, and no other', async tx => {
  const [check] = await tx.rows(
    DEFINIZIONE,
    sql`select pg_get_expr(conbin, conrelid) as testo from pg_constraint where conname = 'scheda_certificabile_check'`,
  )
  const ammessi = await tx.rows(
    AMMESSI,
    sqlDaFile(`select certificabile as valore from generate_series(-1, 120) certificabile where ${check!.testo}`),
  )
  expect(ammessi.map(r => r.valore)).toEqual([...CERTIFICABILITA])
})

let db: Record<'anpr_web' | 'anpr_job', Db>
beforeAll(() => {
  const apri = (r: Ruolo) => banca.apri(r)
  db = { anpr_web: apri('anpr_web'), anpr_job: apri('anpr_job') }
})

test.each(['anpr_web', 'anpr_job'] as const)('%s reads the decode tables and may not write them', async ruolo => {
  expect((await caricaDecodifiche(db[ruolo])).descrizione('statoCivile', '1')).toBe('Celibe/Nubile')
  for (const male of [
    sql`insert into decodifica (tabella, codice, descrizione, ordine, usi, provvisoria) values ('lingua', 'XX', 'x', 9, '{}', false)`,
    sql`update decodifica set descrizione = 'x' where tabella = 'lingua'`,
    sql`delete from decodifica where tabella = 'lingua'`,
    sql`update decodifica_tabella set titolo = 'x'`,
    sql`update decodifica_caricata set impronta = 'x'`,
  ])
    await expect(db[ruolo].tx(tx => tx.run(male))).rejects.toThrow('permission denied')
})
