// How long the nightly count takes with 2 and 20 million movements kept, from the sums of the day before and without any, and
// what each query of its pages takes. Movements are made by SQL: 55,000 a day, as in a country of 60 million people.
import pg from 'pg'
import { openDb } from '../../src/db/index.ts'
import {
  capoluoghi,
  comuni,
  ingressi,
  istantanea,
  nazione,
  province,
  regioni,
  scattaConteggio,
} from '../../src/statistiche/index.ts'

const GIORNO = '2026-11-25'
const COMUNI = 7000

/** Rows for the two tables of docs/performance.md. Wants an empty register and leaves it unfit for anything else. */
export async function misuraIstantanea(url: string): Promise<{ conte: string[][]; letture: string[][] }> {
  const admin = new pg.Client({ connectionString: url })
  await admin.connect()
  // So many rows without a look at each one's operation.
  await admin.query(`set session_replication_role = replica`)
  const job = openDb({ url, ruolo: 'anpr_job', max: 1 })
  await admin.query(`create temp table dove as
    select row_number() over (order by comune)::int as n, comune as id from comune_periodo
     where al is null and not da_istituire order by comune limit ${COMUNI}`)
  await admin.query(`
    insert into operazione (id, servizio, comune_id, chi, decorrenza, registrata) overriding system value
    select n, 'subentro', id, 'bench', '2026-01-01'::date + n % 300, ('2026-01-01'::date + n % 300)::timestamptz + interval '12 hours' from dove`)
  await admin.query(`
    insert into fornitura (comune_id, versione, prova, stato, registrata, op_id, schede, gruppi)
    select id, 1, false, 'conclusa', now(), n, 0, 0 from dove`)
  await admin.query(`
    insert into movimento (op_id, comune_id, giorno, registro, evento, persone, famiglie)
    select n, id, '2026-01-01'::date + n % 300, r, 'subentro', case r when 'R' then 8500 else 950 end, 4000 from dove, unnest('{R,E}'::"char"[]) r`)
  const entrati = COMUNI * 9450
  const conte: string[][] = []
  let fatti = 0
  for (const quanti of [2_000_000, 20_000_000]) {
    console.error(`${quanti.toLocaleString('en')} movements by SQL…`)
    // Half of them come, half go, backwards from the last day.
    await admin.query(
      `insert into movimento (op_id, comune_id, giorno, registro, evento, persone, scheda_id)
       select d.n, d.id, $3::date - 1 - g / 55000, case when g % 22 < 2 then 'E' else 'R' end::"char", 'trasferimento', 1 - 2 * (g % 2), g
         from generate_series($1::int, $2::int) g join dove d on d.n = 1 + (g / 7) % ${COMUNI}`,
      [fatti, quanti - 1, GIORNO],
    )
    fatti = quanti
    await admin.query('vacuum analyze movimento, operazione, fornitura')
    const misura = async (volte: number, prima: () => Promise<unknown>) => {
      const tempi: number[] = []
      for (let i = 0; i < volte; i++) {
        await prima()
        const inizio = performance.now()
        await job.tx(tx => scattaConteggio(tx, GIORNO))
        tempi.push((performance.now() - inizio) / 1000)
      }
      return tempi.sort((a, b) => a - b)
    }
    const daCapo = await misura(3, () => admin.query('delete from somma'))
    // As every night: yesterday's count left the sums of the day before it.
    await admin.query('delete from somma')
    await job.tx(tx => scattaConteggio(tx, '2026-11-24'))
    const notte = await misura(5, () => admin.query(`delete from somma where giorno = '2026-11-24'`))
    const n = (await nazione(job, GIORNO))!
    if (n.residenti_in + n.aire_in !== entrati) throw new Error(`counted ${n.residenti_in + n.aire_in} of ${entrati}`)
    console.error(`counted in ${notte[2]!.toFixed(2)} s, from nothing in ${daCapo[1]!.toFixed(2)} s`)
    conte.push([
      quanti.toLocaleString('en'),
      `${notte[2]!.toFixed(2)} s`,
      `${notte[0]!.toFixed(2)}–${notte[4]!.toFixed(2)} s`,
      `${daCapo[1]!.toFixed(2)} s`,
    ])
  }
  // A year of days: what a page reads must not grow with them.
  await admin.query('delete from conteggio where giorno <> $1', [GIORNO])
  await admin.query(
    `
    insert into conteggio select (json_populate_record(c, json_build_object('giorno', c.giorno - g))).*
      from conteggio c, generate_series(1, 365) g where giorno = $1`,
    [GIORNO],
  )
  await admin.query('vacuum analyze conteggio')
  const web = openDb({ url, ruolo: 'anpr_web', max: 1 })
  const PROVE: [string, () => Promise<unknown>][] = [
    ['`istantanea`', () => istantanea(web)],
    ['`nazione`', () => nazione(web, GIORNO)],
    ['`regioni`', () => regioni(web, GIORNO)],
    ['`province` of a region', () => province(web, GIORNO, '03')],
    ['`ingressi`, the country', () => ingressi(web, GIORNO)],
    ['`capoluoghi`', () => capoluoghi(web, GIORNO)],
    ['`comuni`, a page of 20 by name', () => comuni(web, { giorno: GIORNO, quanti: 20 })],
    [
      '`comuni`, page 200 by province',
      () => comuni(web, { giorno: GIORNO, ordina: 'provincia', quanti: 20, salta: 4000 }),
    ],
    ['`comuni`, of a province', () => comuni(web, { giorno: GIORNO, provincia: 'MI' })],
    ['`comuni`, all', () => comuni(web, { giorno: GIORNO })],
  ]
  const letture: string[][] = []
  for (const [nome, fa] of PROVE) {
    const tempi: number[] = []
    for (let i = 0; i < 60; i++) {
      const inizio = performance.now()
      await fa()
      if (i >= 10) tempi.push(performance.now() - inizio) // the first ten warm up
    }
    tempi.sort((a, b) => a - b)
    letture.push([nome, `${tempi[25]!.toFixed(1)} ms`, `${tempi[2]!.toFixed(1)} ms`])
  }
  await web.close()
  await job.close()
  await admin.end()
  return { conte, letture }
}
