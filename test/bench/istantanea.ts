// How long the nightly count takes at 1 and 3 million schede in all comuni, and what each query of its pages takes.
// Schede are made by SQL and are short, and lie without the indexes that the count does not read: it never looks at a row.
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
  await admin.query(
    'drop index scheda_id_anpr, scheda_codice_fiscale, scheda_nome, scheda_gruppo, scheda_un_intestatario, scheda_genitori, scheda_madre',
  )
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
  const conte: string[][] = []
  let fatte = 0
  for (const quante of [1_000_000, 3_000_000]) {
    console.error(`${quante.toLocaleString('en')} schede by SQL…`)
    await admin.query(
      `insert into gruppo (id, tipo, comune_id, op_base)
       select g, case when g % 200 = 0 then 4 else 3 end, d.id, d.n
         from generate_series($1::int, $2::int) g join dove d on d.n = 1 + g % ${COMUNI}`,
      [Math.floor(fatte / 2.3) + 1, Math.floor(quante / 2.3)],
    )
    await admin.query(
      `insert into scheda (id, id_anpr, registro, comune_id, sesso, nascita, nascita_precisa, op_base, dati)
       select g, 'B' || g, case when g % 11 = 0 then 'E' else 'R' end::"char", d.id, 'F', '1980-01-01', 'G', d.n, json_build_object('prova', repeat('x', 200))
         from generate_series($1::int, $2::int) g join dove d on d.n = 1 + (g / 7) % ${COMUNI}`,
      [fatte + 1, quante],
    )
    fatte = quante
    await admin.query('vacuum analyze scheda, gruppo, operazione, fornitura')
    await job.tx(tx => scattaConteggio(tx, GIORNO))
    const tempi: number[] = []
    for (let i = 0; i < 5; i++) {
      const inizio = performance.now()
      await job.tx(tx => scattaConteggio(tx, GIORNO))
      tempi.push((performance.now() - inizio) / 1000)
    }
    const s = tempi.sort((a, b) => a - b)[2]!
    const n = (await nazione(job, GIORNO))!
    if (n.residenti_in + n.aire_in !== quante) throw new Error(`counted ${n.residenti_in + n.aire_in} of ${quante}`)
    console.error(`counted in ${s.toFixed(2)} s`)
    conte.push([
      quante.toLocaleString('en'),
      `${s.toFixed(2)} s`,
      `${(quante / s / 1e6).toFixed(1)} million/s`,
      `${tempi[0]!.toFixed(2)}–${tempi[4]!.toFixed(2)} s`,
    ])
  }
  // A year of days: what a page reads must not grow with them.
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
