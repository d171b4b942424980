// What it costs to record a reading: nothing recorded, recorded, recorded while as many rows are sealed beside, and recorded
// into a chain that stands in the path (each reading takes the digest before and leaves its own). In turns on one database,
// eight connections, one transaction each. Then the seal and its check alone, and the list that a person sees.
import pg from 'pg'
import { letture, perRegistrare, perUfficio, sigilla, verifica } from '../../src/accessi/index.ts'
import { type Db, openDb } from '../../src/db/index.ts'

const CLIENTI = 8
const SECONDI = 3
const GIRI = 5
/** Rows a past minute has, for the seals beside: about what is recorded in a second. */
const AL_MINUTO = 3000
const MINUTI = 120
const MOTIVO = perRegistrare({
  chi: { ruolo: 'ufficiale', id: 'bench', comune: 1 },
  finalita: 'verifica',
  servizio: 'bench',
})

const NUDA = 'select id from accesso_bench where id = $2::bigint and $1::json is not null'
const REGISTRA = 'select id, accesso_registra($1::json, id) from accesso_bench where id = $2::bigint'
const IN_CATENA = `with r as (select id, accesso_registra($1::json, id) from accesso_bench where id = $2::bigint)
  update accesso_bench_catena set valore = sha256(valore || convert_to(r.id::text, 'UTF8')) from r returning r.id`

const mediana = (v: readonly number[]) => v.toSorted((a, b) => a - b)[Math.floor(v.length / 2)]!
const micro = (ms: number) => String(BigInt(Math.round(ms)) * 1000n)

/** @returns readings a second */
async function carico(db: Db, testo: string): Promise<number> {
  const fine = performance.now() + SECONDI * 1000
  let fatte = 0
  const uno = async () => {
    const c = await db.pool.connect()
    while (performance.now() < fine) {
      await c.query('begin')
      await c.query({
        name: testo.slice(0, 60),
        text: testo,
        values: [MOTIVO, 1 + Math.floor(Math.random() * 100_000)],
      })
      await c.query('commit')
      fatte++
    }
    c.release()
  }
  const inizio = performance.now()
  await Promise.all(Array.from({ length: CLIENTI }, uno))
  return fatte / ((performance.now() - inizio) / 1000)
}

export async function misuraAccessi(url: string): Promise<{ carichi: string[][]; altro: string[][] }> {
  const admin = new pg.Client({ connectionString: url })
  await admin.connect()
  await admin.query(`create table accesso_bench as select id::bigint from generate_series(1, 100000) id;
    alter table accesso_bench add primary key (id);
    create table accesso_bench_catena as select sha256('') as valore;
    grant select on accesso_bench to anpr_web; grant update, select on accesso_bench_catena to anpr_web; analyze accesso_bench`)
  const web = openDb({ url, ruolo: 'anpr_web', max: CLIENTI })
  const job = openDb({ url, ruolo: 'anpr_job', max: 2 })
  try {
    const carichi = await iCarichi(admin, web, job)
    await admin.query('truncate accesso, accesso_sigillo')
    return { carichi, altro: [...(await iSigilli(admin, job)), ...(await lElenco(admin, web))] }
  } finally {
    await web.close()
    await job.close()
    await admin.query('drop table accesso_bench, accesso_bench_catena')
    await admin.end()
  }
}

const minutiPassati = (admin: pg.Client, minuti: number, righe: number) =>
  admin.query(
    `insert into accesso (avvenuto, ruolo, chi, per_conto, finalita, servizio, scheda_id)
     select date_trunc('minute', now()) - m * interval '1 minute' + n * interval '1 ms', 'ufficiale', 'bench', 1, 2, 'bench', n
       from generate_series(1, $1::int) m, generate_series(1, $2::int) n`,
    [minuti, righe],
  )

async function iCarichi(admin: pg.Client, web: Db, job: Db): Promise<string[][]> {
  await minutiPassati(admin, MINUTI, AL_MINUTO)
  const inizioMinuto = Math.floor(Date.now() / 60_000) * 60_000
  let minuto = MINUTI
  /** Seals a past minute a second: as many rows as are recorded meanwhile. */
  const conSigilli = async () => {
    let gira = true
    const lavoro = (async () => {
      while (gira) {
        const prima = performance.now()
        await sigilla(job, { finoA: micro(inizioMinuto - --minuto * 60_000) })
        await new Promise(si => setTimeout(si, Math.max(0, 1000 - (performance.now() - prima))))
      }
    })()
    const n = await carico(web, REGISTRA)
    gira = false
    await lavoro
    return n
  }
  const prove: readonly [string, () => Promise<number>][] = [
    ['read, nothing recorded', () => carico(web, NUDA)],
    ['read and recorded', () => carico(web, REGISTRA)],
    ['read and recorded, sealed by the job beside', conSigilli],
    ['read and recorded, the chain in the path', () => carico(web, IN_CATENA)],
  ]
  const esiti = prove.map((): number[] => [])
  for (let giro = 0; giro <= GIRI; giro++)
    for (const [n, [, prova]] of prove.entries()) {
      const v = await prova()
      if (giro > 0) esiti[n]!.push(v) // the first warms up
    }
  return prove.map(([nome], n) => {
    const rapporti = esiti[n]!.map((v, g) => v / esiti[1]![g]!).toSorted((a, b) => a - b)
    return [
      nome,
      `${Math.round(mediana(esiti[n]!))}/s`,
      `${mediana(rapporti).toFixed(2)} (${rapporti[0]!.toFixed(2)}–${rapporti.at(-1)!.toFixed(2)})`,
    ]
  })
}

const tempo = async (fn: () => Promise<unknown>): Promise<number> => {
  const inizio = performance.now()
  await fn()
  return performance.now() - inizio
}

async function iSigilli(admin: pg.Client, job: Db): Promise<string[][]> {
  await minutiPassati(admin, 50, 20_000)
  const adesso = micro(Math.floor(Date.now() / 60_000) * 60_000)
  const sigillo = await tempo(() => sigilla(job, { finoA: adesso }))
  const controllo = await tempo(async () => {
    const e = await verifica(job)
    if (e.discordanze.length > 0 || e.righe !== 1_000_000) throw new Error('the chain does not agree')
  })
  const riga = (nome: string, ms: number) => [nome, `${(ms / 1000).toFixed(1)} s`, `${Math.round(1e9 / ms)} rows/s`]
  return [riga('sealing 1,000,000 rows, 50 minutes', sigillo), riga('checking them', controllo)]
}

/** A thousand readings of one person in a year, among two million of others. */
async function lElenco(admin: pg.Client, web: Db): Promise<string[][]> {
  await admin.query('truncate accesso, accesso_sigillo')
  await admin.query("select accesso_mese((current_date - n * interval '1 month')::date) from generate_series(0, 12) n")
  await admin.query(
    `insert into accesso (avvenuto, ruolo, chi, per_conto, finalita, servizio, scheda_id)
     select now() - random() * interval '365 days', 'ufficiale', 'bench', 1 + n % 20, 2, 'bench', case when n % 2000 = 0 then 7 else 100 + n % 500000 end
       from generate_series(1, 2000000) n`,
  )
  await admin.query('vacuum analyze accesso')
  const oggi = new Date().toISOString().slice(0, 10)
  const dal = new Date(Date.now() - 365 * 86_400_000).toISOString().slice(0, 10)
  const p = { dal, al: oggi, oggi, utente: '00000000-0000-4000-8000-000000000001', mie: false, quante: 26 }
  const tutte = await letture(web, '7', { ...p, quante: 2000 })
  const dopo = tutte[tutte.length - 30]
  const mese = { ...p, dal: new Date(Date.now() - 20 * 86_400_000).toISOString().slice(0, 10) }
  const misura = async (nome: string, fn: () => Promise<unknown>) => {
    const ms: number[] = []
    for (let n = 0; n < 60; n++) ms.push(await tempo(fn))
    return [nome, `${mediana(ms.slice(10)).toFixed(1)} ms`, '']
  }
  return [
    await misura(`the list of who has ${tutte.length} readings in a year: first page`, () => letture(web, '7', p)),
    await misura('its last page', () => letture(web, '7', { ...p, dopo })),
    await misura('its first page, of the last twenty days', () => letture(web, '7', mese)),
    await misura('by office, the year', () => perUfficio(web, '7', p)),
  ]
}
