import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { databaseDiProva } from '../../../test/db.ts'
import { porta, TERRITORIO } from '../../../test/fornitura.ts'
import type { Db } from '../../db/index.ts'
import { scattaConteggio } from '../../statistiche/index.ts'
import { creaDemo } from '../demo.query.ts'
import { giornoDi, testoDi } from '../persone/giorni.ts'
import { fornituraDa, scriviCartella } from '../synth.ts'
import { EVENTI } from './eventi.ts'
import { type Vissuta, vivi } from './vivi.ts'

const ENTRATI = '2025-01-10'
const OGGI = '2026-03-02'
const cartella = mkdtempSync(join(tmpdir(), 'vivi-'))
afterAll(() => rmSync(cartella, { recursive: true, force: true }))

/** Five comuni of the demo's invented people, some 6,000, in since January 2025; one that enters while they live. */
async function paese(db: Db, migra: Db, demo = true) {
  if (demo) await creaDemo(migra, 1000)
  for (const [comune, soggetti, il] of [
    ['015146', '2200', ENTRATI],
    ['063049', '1500', ENTRATI],
    ['037006', '1300', ENTRATI],
    ['021008', '700', ENTRATI],
    ['097042', '500', ENTRATI],
    ['048017', '300', '2026-02-20'],
  ] as const) {
    const file = await scriviCartella(fornituraDa({ comune, soggetti, data: il }, OGGI), join(cartella, comune))
    const e = await porta(db, file, { oggi: il, adesso: () => `${il}T12:00:00+01:00` })
    expect(e.stato).toBe('conclusa')
  }
  await migra.pool.query('analyze')
}
const vita = (db: Db, o: Partial<Parameters<typeof vivi>[1]> = {}) =>
  vivi(db, { territorio: TERRITORIO, giorni: 365, seme: 1, oggi: OGGI, ...o })

describe('a year of life', { timeout: 120_000 }, () => {
  const banca = databaseDiProva()
  let db: Db
  let v: Vissuta
  const righe = async <R>(testo: string, ...valori: unknown[]) => (await db.pool.query(testo, valori)).rows as R[]
  beforeAll(async () => {
    db = banca.apri('anpr_job')
    await paese(db, banca.apri('anpr_migra'))
    // One night has been counted before anybody lived.
    await db.tx(tx => scattaConteggio(tx, '2025-12-01'))
    v = await vita(db)
  }, 120_000)

  test('goes up to yesterday, at Italian rates: within four standard deviations and a fifth of each', () => {
    expect(v).toMatchObject({ dal: '2025-03-02', al: '2026-03-01', giorni: 365 })
    const residenti = v.residentiGiorno / 365
    expect(residenti).toBeGreaterThan(5000)
    for (const e of EVENTI) {
      const attesi = (residenti * e.perMille) / 1000
      // Families move together: so many persons are fewer events.
      const largo = 4 * Math.sqrt(attesi * (e.nome.startsWith('trasferiti') ? 3 : 1)) + attesi / 5 + 1
      expect(Math.abs(v.accaduti[e.nome]! - attesi), `${e.nome}: ${v.accaduti[e.nome]} of ${attesi}`).toBeLessThan(
        largo,
      )
    }
  })

  test('the old die, grown women give birth, and nobody lives in a comune before the day after it entered', async () => {
    const [morti] = await righe<{ eta: number }>(
      `select avg(extract(year from age(cancellata_dal, nascita)))::float as eta from scheda where motivo_cancellazione = 1`,
    )
    expect(morti!.eta).toBeGreaterThan(74)
    expect(morti!.eta).toBeLessThan(90)
    const [madri] = await righe<{ n: number; minima: number; massima: number; media: number }>(
      `select count(*)::int as n, min(a)::int as minima, max(a)::int as massima, avg(a)::float as media from (
         select extract(year from age(f.nascita, m.nascita)) as a from scheda f join operazione o on o.id = f.op_base and o.servizio = '1001'
           join scheda m on m.id = f.madre_id) x`,
    )
    expect(madri!.n).toBeGreaterThan(10)
    expect(madri!.minima).toBeGreaterThanOrEqual(15)
    expect(madri!.massima).toBeLessThan(52)
    expect(Math.abs(madri!.media - 32)).toBeLessThan(3)
    const presto = await righe(
      `select o.id from operazione o join operazione e on e.comune_id = o.comune_id and e.servizio = 'subentro'
        where o.servizio <> 'subentro' and o.registrata::date <= e.decorrenza`,
    )
    expect(presto).toEqual([])
  })

  test('leaves widows, couples who live together, annulled registrations, doubles, and few families without a head', async () => {
    const [n] = await righe<Record<string, number>>(
      `select (select count(*) from scheda where stato = 'A' and dati -> 'vedovanza' is not null and teste -> 'vedovanza' is not null)::int as vedovi,
              (select count(*) from operazione where annulla is not null)::int as annullate,
              (select count(*) from scheda where stato = 'X')::int as nulle,
              (select count(*) from unione u join scheda a on a.id = u.a_id join scheda b on b.id = u.b_id
                where u.tipo = 1 and u.valida and u.al is null and u.op_in in (select id from operazione where servizio = '5008/12') and a.gruppo_id = b.gruppo_id)::int as insieme,
              (select count(*) from gruppo g where aperto and tipo = 3 and not exists (
                 select from scheda s where s.gruppo_id = g.id and s.stato = 'A' and s.legame = 1))::int as acefale`,
    )
    expect(n!.vedovi).toBeGreaterThan(5)
    expect(n!.annullate).toBe(v.annullati)
    expect(v.annullati).toBeGreaterThan(2)
    expect(n!.nulle).toBeGreaterThanOrEqual(v.doppi)
    expect(n!.insieme).toBeGreaterThan(5)
    expect(n!.acefale).toBeLessThan(12)
  })

  test('what comuni send wrongly is refused and counted; what the generator did not mean to be refused is under two in a hundred', async () => {
    const rifiutate = Object.values(v.rifiutati).reduce((a, b) => a + b, 0)
    expect(v.sviste).toBeGreaterThan(5)
    expect(v.sviste).toBeLessThan(v.registrate / 8)
    expect(rifiutate / v.registrate, JSON.stringify(v.rifiutati)).toBeLessThan(0.02)
    const [n] = await righe<{ n: number }>(
      `select count(*)::int as n from operazione where servizio not in ('subentro')`,
    )
    expect(n!.n).toBe(v.registrate)
  })

  test('every kind of event happens that is not rare, and those who were enrolled twice are found', async () => {
    const residenti = v.residentiGiorno / 365
    const mai = EVENTI.filter(e => v.accaduti[e.nome] === 0 && (residenti * e.perMille) / 1000 > 5)
    expect(mai.map(e => e.nome)).toEqual([])
    const [n] = await righe<Record<string, number>>(
      `select (select count(*) from scheda where motivo_cancellazione = 10)::int as chiusi,
              (select count(*) from scheda where motivo_cancellazione = 6)::int as irreperibili,
              (select count(*) from scheda where motivo_iscrizione = 5)::int as ricomparsi,
              (select count(*) from scheda where registro = 'R' and motivo_iscrizione = 6)::int as rimpatriati,
              (select count(*) from scheda s join operazione o on o.id = s.op_base and o.servizio = '1001' where s.padre_id is null)::int as senza_padre,
              (select count(*) from scheda s join operazione o on o.id = s.op_base and o.servizio = '1001'
                where s.dati -> 'cittadinanza' ->> 'codiceStato' <> '100')::int as stranieri`,
    )
    for (const [che, quanti] of Object.entries(n!)) expect(quanti, che).toBeGreaterThan(0)
    const doppi = await righe(
      `select d.id from scheda d left join scheda s on s.id = (d.dati -> 'cancellazione' ->> 'doppia')::bigint
        where d.motivo_cancellazione = 10 and (s.id is null or s.nascita <> d.nascita or s.cognome <> d.cognome)`,
    )
    expect(doppi).toEqual([])
  })

  test('the snapshots are the sums of movements day by day, and the last one the register', async () => {
    // The night that had been counted was counted again.
    const CIFRE = ['residenti', 'aire', 'famiglie', 'convivenze'] as const
    type Cifre = { comune_id: number } & Record<(typeof CIFRE)[number], number>
    const conteggio = (giorno: string) =>
      righe<Cifre>(
        `select comune_id, residenti, aire, famiglie, convivenze from conteggio
          where giorno = $1 and residenti + aire + famiglie + convivenze > 0`,
        giorno,
      )
    const mosse = (da: string, a: string) =>
      righe<Cifre>(
        `select comune_id, coalesce(sum(persone) filter (where registro = 'R'), 0)::int as residenti,
                coalesce(sum(persone) filter (where registro = 'E'), 0)::int as aire,
                sum(famiglie)::int as famiglie, sum(convivenze)::int as convivenze
           from movimento where giorno >= $1 and giorno < $2 group by comune_id`,
        da,
        a,
      )
    const somme = new Map<number, Cifre>()
    const aggiungi = (r: Cifre) => {
      const era = somme.get(r.comune_id)
      const ora = { ...r }
      if (era) for (const k of CIFRE) ora[k] += era[k]
      somme.set(r.comune_id, ora)
    }
    const ordinate = (r: Iterable<Cifre>) => [...r].sort((a, b) => a.comune_id - b.comune_id)
    for (const r of await mosse('2000-01-01', '2025-12-01')) aggiungi(r)
    expect(ordinate(await conteggio('2025-12-01'))).toEqual(ordinate(somme.values()))
    let [prima, mossi] = ['2025-12-01', 0]
    for (let n = giornoDi(prima)! + 71; n < giornoDi(OGGI)!; n++) {
      const giorno = testoDi(n)
      await db.tx(tx => scattaConteggio(tx, giorno))
      const movimenti = await mosse(prima, giorno)
      if (movimenti.length > 0) mossi++
      for (const r of movimenti) aggiungi(r)
      expect(ordinate(await conteggio(giorno)), giorno).toEqual(ordinate(somme.values()))
      prima = giorno
    }
    expect(mossi).toBeGreaterThan(5)
    await db.tx(tx => scattaConteggio(tx, OGGI))
    expect(
      await righe(
        `select comune_id, residenti, aire, famiglie, convivenze from conteggio
                    where giorno = $1 and residenti + aire + famiglie + convivenze > 0 order by comune_id`,
        OGGI,
      ),
    ).toEqual(
      await righe(`select comune_id, sum(r)::int as residenti, sum(e)::int as aire, sum(f)::int as famiglie, sum(c)::int as convivenze from (
          select comune_id, (registro = 'R')::int as r, (registro = 'E')::int as e, 0 as f, 0 as c from scheda where stato = 'A'
          union all select comune_id, 0, 0, (tipo <> 4)::int, (tipo = 4)::int from gruppo where aperto) x group by 1 order by 1`),
    )
  })

  test('a day that has passed is not lived twice, unless it is asked for; tomorrow never', async () => {
    // Each call counts again the nights that were counted: two are enough here.
    for (const t of ['conteggio', 'istantanea'])
      await banca.apri('anpr_job').pool.query(`delete from ${t} where giorno not in ('2025-12-01', $1)`, [OGGI])
    await expect(vita(db)).rejects.toThrow('ha già vissuto fino al 2026-03-01: per giorni più indietro scrivi --dal')
    await expect(vita(db, { dal: OGGI })).rejects.toThrow('non è ancora passato')
    expect(await vita(db, { dal: '2025-06-01', giorni: 2 })).toMatchObject({ dal: '2025-06-01', al: '2025-06-02' })
    expect(await vita(db, { oggi: '2026-03-04' })).toMatchObject({ dal: '2026-03-02', al: '2026-03-03' })
  })
})

describe('the same', { timeout: 120_000 }, () => {
  const due = [databaseDiProva(), databaseDiProva(), databaseDiProva()]
  test('seed on the same database gives the same operations, another seed others', async () => {
    const vite = []
    for (const [i, banca] of due.entries()) {
      const db = banca.apri('anpr_job')
      await paese(db, banca.apri('anpr_migra'))
      await vita(db, { giorni: 20, seme: i === 2 ? 2 : 1 })
      const operazioni = await db.pool.query(
        `select o.id, o.servizio, o.comune_id, o.decorrenza, o.registrata, (select json_agg(e order by e.tipo, e.oggetto, e.sezione) from effetto e where e.op_id = o.id) as effetti
           from operazione o where o.servizio <> 'subentro' order by o.id`,
      )
      vite.push(JSON.stringify(operazioni.rows))
    }
    expect(vite[0]!.length).toBeGreaterThan(1000)
    expect(vite[1]).toBe(vite[0])
    expect(vite[2]).not.toBe(vite[0])
  })
})

describe('a real register', { timeout: 60_000 }, () => {
  const banca = databaseDiProva()
  test('is not lived in: refused, with what to do, and nothing changes', async () => {
    await expect(vita(banca.apri('anpr_job'))).rejects.toThrow(/non è una demo.*Togli DATABASE_URL/)
  })
})
