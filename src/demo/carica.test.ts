import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { databaseDiProva } from '../../test/db.ts'
import { TERRITORIO } from '../../test/fornitura.ts'
import type { Db } from '../db/index.ts'
import { scattaConteggio } from '../statistiche/index.ts'
import { caricaDemo } from './carica.ts'
import { comuniDemo, fornituraDemo } from './comuni.ts'
import { creaDemo } from './demo.query.ts'

const OGGI = '2026-11-25'
const banca = databaseDiProva()
const cartella = mkdtempSync(join(tmpdir(), 'carica-'))
afterAll(() => rmSync(cartella, { recursive: true, force: true }))
let aperta: Db | undefined
let delSito: Db | undefined
const db = () => (aperta ??= banca.apri('anpr_job'))
const sito = () => (delSito ??= banca.apri('anpr_web'))
const una = async <R>(testo: string, ...valori: unknown[]) => (await db().pool.query(testo, valori)).rows[0] as R

/** Tiny comuni, but all of them. */
const SCALA = 1_000_000
const comuni = comuniDemo(OGGI)
const dentro = comuni.filter(c => c.stato === 'in')
const carica = (progresso: (parte: number) => void = () => {}, vita = 0) =>
  caricaDemo(db(), {
    territorio: TERRITORIO,
    scala: SCALA,
    oggi: OGGI,
    sito: sito(),
    cartella: join(cartella, 'demo'),
    vita,
    progresso,
  })

// One story, in this order: each test finds the register as the one before left it.
describe('the demo is loaded', { timeout: 60_000 }, () => {
  test('a load that is stopped leaves whole comuni, and the next goes on from there, telling the roads once', async () => {
    const parti: number[] = []
    const ferma = carica(parte => {
      parti.push(parte)
      if (parte > 0.3) throw new Error('Ctrl-C')
    })
    await expect(ferma).rejects.toThrow('Ctrl-C')
    expect(parti.length).toBeGreaterThan(20)
    expect(parti.toSorted((a, b) => a - b)).toEqual(parti)
    const { n } = await una<{ n: number }>('select count(*)::int as n from fornitura')
    expect(n / dentro.length).toBeGreaterThan(0.25)
    expect(n / dentro.length).toBeLessThan(0.35)
    await carica()
    expect(
      await una(`select count(*)::int as forniture, count(distinct comune_id)::int as comuni,
        (select count(*)::int from comune_cammino) as versioni, (select count(*)::int from operazione) as operazioni from fornitura`),
    ).toEqual({
      forniture: dentro.length,
      comuni: dentro.length,
      operazioni: dentro.length,
      versioni: comuni.filter(c => c.stato !== 'in').length + comuni.filter(c => 'pianoDiPrima' in c).length,
    })
  })

  test('each comune is in since its day, registered at noon, and has at least one family', async () => {
    const { rows } = await db().pool.query<{ istat: string; il: string; registrata: string; famiglie: number }>(
      `select p.codice_istat as istat, o.decorrenza as il, o.registrata, count(*)::int as famiglie
         from operazione o join comune_periodo p on p.comune = o.comune_id and p.al is null and not p.da_istituire
         join gruppo g on g.op_base = o.id and g.tipo = 3 group by 1, 2, 3`,
    )
    const giorni = new Map(dentro.map(c => [c.istat, c.subentrato]))
    expect(rows).toHaveLength(dentro.length)
    for (const r of rows) {
      expect(r.il, r.istat).toBe(giorni.get(r.istat))
      expect(r.registrata).toMatch(new RegExp(`^${r.il} 1[23]:00:00`)) // noon, in summer an hour later
    }
  })

  test('the first snapshot counts them all, and the people expected of those not in, by the same rule', async () => {
    await db().tx(tx => scattaConteggio(tx, OGGI))
    const { rows } = await db().pool.query(
      `select stato, count(*)::int as comuni, sum(residenti + aire)::int as entrati,
              sum(attesi_residenti + attesi_aire)::int as attesi from conteggio group by 1 order by 1`,
    )
    const attesi = (stato: string) =>
      comuni.filter(c => c.stato === stato).reduce((n, c) => n + fornituraDemo(c.istat, SCALA, OGGI).soggetti, 0)
    const { schede } = await una<{ schede: number }>('select count(*)::int as schede from scheda')
    expect(schede).toBeGreaterThanOrEqual(attesi('in'))
    expect(rows).toEqual([
      { stato: 'in', comuni: dentro.length, entrati: schede, attesi: 0 },
      { stato: 'non_in', comuni: 435, entrati: 0, attesi: attesi('fuori') },
      { stato: 'pianificato', comuni: 85, entrati: 0, attesi: attesi('pianificato') },
    ])
  })

  test('a planned day that was moved has its earlier version, which tells no step that was not yet done', async () => {
    const { rows } = await db().pool.query(
      `select prima.scritto < dopo.scritto as prima, prima.preferita < dopo.preferita as spostata,
              greatest(prima.presubentro, prima.abilitato, prima.carte_ritirate) > prima.scritto::date as futuri
         from comune_cammino prima join comune_cammino dopo on dopo.comune_id = prima.comune_id and dopo.id > prima.id`,
    )
    expect(rows.length).toBeGreaterThan(10)
    for (const r of rows) expect([r.prima, r.spostata, r.futuri]).toEqual([true, true, expect.not.stringMatching('t')])
  })

  test('what is loaded has no finding but the double of a story', async () => {
    const { rows } = await db().pool.query(`select codice, count(*)::int from anomalia group by 1`)
    expect(rows).toEqual([{ codice: 'EA030', count: 1 }])
  })

  test('its people live as many days as are asked for, up to yesterday, and once', async () => {
    await creaDemo(banca.apri('anpr_migra'), SCALA)
    await carica(() => {}, 26)
    const vissuta = `select min(registrata)::date::text as dal, max(registrata)::date::text as al,
        count(*) filter (where servizio = '2001')::int as morti, count(*) filter (where servizio = '2011')::int as tornati
        from operazione where servizio <> 'subentro'`
    const v = await una<{ dal: string; al: string; morti: number; tornati: number }>(vissuta)
    expect(v.dal >= '2026-10-30' && v.al <= '2026-11-24', `${v.dal} ${v.al}`).toBe(true)
    // So few people hardly live: these are the stories.
    expect(v.morti).toBeGreaterThanOrEqual(2)
    expect(v.tornati).toBe(1)
    await carica(() => {}, 26)
    expect(await una(`select count(*) filter (where servizio = '2011')::int as tornati from operazione`)).toEqual({
      tornati: 1,
    })
  })
})
