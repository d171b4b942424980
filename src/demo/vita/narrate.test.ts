import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { databaseDiProva } from '../../../test/db.ts'
import { porta, TERRITORIO } from '../../../test/fornitura.ts'
import type { Db } from '../../db/index.ts'
import { fornituraDemo } from '../comuni.ts'
import { creaDemo } from '../demo.query.ts'
import { STORIE } from '../storie/elenco.ts'
import { scriviCartella } from '../synth.ts'
import { NARRATE } from './narrate.ts'
import { type Vissuta, vivi } from './vivi.ts'

const OGGI = '2026-11-25'
const IL = '2018-03-05'
const cartella = mkdtempSync(join(tmpdir(), 'narrate-'))
afterAll(() => rmSync(cartella, { recursive: true, force: true }))
const storia = (nome: string) => STORIE.find(s => s.nome === nome)!

test('a story that life tells is over before the demo opens, and begins after its month of life has', () => {
  for (const n of NARRATE) {
    expect(storia(n.storia), n.storia).toBeDefined()
    expect(n.fa).toBeGreaterThan(1)
    expect(n.fa).toBeLessThan(30)
  }
})

describe('the stories that life tells', { timeout: 120_000 }, () => {
  const banca = databaseDiProva()
  let db: Db
  let v: Vissuta
  const righe = async <R>(testo: string, ...valori: unknown[]) => (await db.pool.query(testo, valori)).rows as R[]
  const scheda = async (codice: string) =>
    (
      await righe<{
        id: string
        stato: string
        stato_civile: number
        legame: number
        gruppo_id: string
        sezioni: string[]
      }>(
        `select id, stato, stato_civile, legame, gruppo_id,
                array(select json_object_keys(teste::json) order by 1) as sezioni from scheda where codice_fiscale = $1`,
        codice,
      )
    )[0]!
  beforeAll(async () => {
    db = banca.apri('anpr_job')
    const migra = banca.apri('anpr_migra')
    await creaDemo(migra, 5000)
    for (const comune of new Set(NARRATE.map(n => storia(n.storia).comune))) {
      const file = await scriviCartella(fornituraDemo(comune, 5000, IL), join(cartella, comune))
      const e = await porta(db, file, { oggi: IL, adesso: () => `${IL}T12:00:00+01:00` })
      expect(e.stato).toBe('conclusa')
    }
    await migra.pool.query('analyze')
    v = await vivi(db, { territorio: TERRITORIO, giorni: 30, seme: 1, oggi: OGGI, storie: true })
  }, 120_000)

  test('none of their operations is refused', () => {
    expect(Object.values(v.rifiutati).reduce((a, b) => a + b, 0)).toBe(0)
  })
  test('the new widow heads her family, her husband’s death is on her scheda, and her children live with her', async () => {
    const lei = await scheda(storia('vedova-recente').codiceFiscale)
    expect(lei).toMatchObject({ stato: 'A', stato_civile: 3, legame: 1 })
    expect(lei.sezioni).toEqual(['appartenenza', 'statoCivile', 'vedovanza'])
    const figli = await righe(
      `select legame from scheda where gruppo_id = $1 and stato = 'A' and legame = 3`,
      lei.gruppo_id,
    )
    expect(figli).toHaveLength(2)
  })
  test('the man taken for dead lives, his wife is no widow, and the journal has both registrations', async () => {
    const lui = await scheda(storia('dato-per-morto').codiceFiscale)
    expect(lui).toMatchObject({ stato: 'A', stato_civile: 2, legame: 1, sezioni: [] })
    const [moglie] = await righe<{ legame: number; vedovanza: unknown }>(
      `select legame, dati -> 'vedovanza' as vedovanza from scheda where gruppo_id = $1 and id <> $2`,
      lui.gruppo_id,
      lui.id,
    )
    expect(moglie).toEqual({ legame: 2, vedovanza: null })
    const operazioni = await righe(
      `select distinct o.id, o.servizio from operazione o join effetto e on e.op_id = o.id
        where e.tipo = 'S' and e.oggetto = $1 order by o.id`,
      lui.id,
    )
    expect(operazioni).toMatchObject([{ servizio: '2001' }, { servizio: '2011' }])
  })
  test('the child registered twice is one, and the other scheda is void', async () => {
    const madre = await scheda(storia('nato-due-volte').codiceFiscale)
    const figli = await righe(`select stato, gruppo_id from scheda where madre_id = $1 order by stato`, madre.id)
    expect(figli).toEqual([
      { stato: 'A', gruppo_id: madre.gruppo_id },
      { stato: 'X', gruppo_id: null },
    ])
  })
})
