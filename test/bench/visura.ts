// One's own data under load beside a bare Fastify route with the same statements and bytes, each in a process of its own on
// one core, in turns, for who has a session; what recording a reading costs, alone; how long a PDF takes.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { carica } from '../../src/anagrafe/index.ts'
import { migrate, openDb, prepareDatabase, startEmbedded } from '../../src/db/index.ts'
import { storieDiProva } from '../storie.ts'
import { confronta, mediana } from './confronto.ts'
import type { Domanda, Nuda } from './nuda.ts'
import type { Servente } from './processo.ts'

const PAGINE = ['/cittadino/visura', '/cittadino/visura/residenza', '/cittadino/visura/famiglia']
export interface MisuraVisura {
  schede: number
  pagine: string[][]
  lettura: string[][]
  pdf: string[][]
}

export async function misuraVisura(): Promise<MisuraVisura> {
  const lavoro = mkdtempSync(join(tmpdir(), 'anpr-bench-visura-'))
  const server = await startEmbedded(join(lavoro, 'pg'))
  try {
    const schede = await popola(server.url)
    const { righe, nude, altro } = await confronta<{ cookie: string }, string[][]>(
      { file: 'visuraServente', url: server.url, diario: join(lavoro, 'diario') },
      ({ cookie }) => PAGINE.map(percorso => ({ metodo: 'GET', percorso, headers: { cookie } })),
      misuraPdf,
    )
    return { schede, pagine: righe, lettura: await misuraLettura(server.url, nude), pdf: altro }
  } finally {
    await server.stop()
    rmSync(lavoro, { recursive: true, force: true })
  }
}

async function popola(url: string): Promise<number> {
  await prepareDatabase(url)
  const migra = openDb({ url, ruolo: 'anpr_migra', max: 1 })
  await migrate(migra)
  await migra.tx(carica)
  const job = openDb({ url, ruolo: 'anpr_job' })
  console.error('bringing the stories’ comuni in…')
  await storieDiProva(job, 100)
  await job.close()
  await migra.pool.query('vacuum analyze scheda, gruppo')
  const { rows } = await migra.pool.query<{ n: string }>('select count(*) as n from scheda')
  await migra.close()
  return Number(rows[0]!.n)
}

/** The statement of a section as the page asks it, and the same without its record; one transaction each. */
async function misuraLettura(url: string, nude: readonly Nuda[]): Promise<string[][]> {
  const c = new pg.Client({ connectionString: url, options: '-c role=anpr_web' })
  await c.connect()
  const [d] = nude.find(n => n.percorso.endsWith('residenza'))!.passi.find(p => p.tx)!.domande
  const senza = {
    text: d!.text.replace(/accesso_registra\(\$1, s\.id\)/, '$1::text'),
    values: d!.values,
    name: 'senza',
  }
  if (senza.text === d!.text) throw new Error('the statement has no record to take out')
  const una = async (q: Domanda) => {
    const inizio = performance.now()
    await c.query('begin')
    await c.query(q)
    await c.query('commit')
    return (performance.now() - inizio) * 1000
  }
  const tempi: { con: number[]; senza: number[] } = { con: [], senza: [] }
  for (let n = 0; n < 3300; n++) {
    const [con, s] = [await una(d!), await una(senza)]
    if (n < 300) continue // warms up
    tempi.con.push(con)
    tempi.senza.push(s)
  }
  await c.end()
  const [con, s] = [Math.round(mediana(tempi.con)), Math.round(mediana(tempi.senza))]
  return [[`${con} µs`, `${s} µs`, `${con - s} µs`]]
}

async function misuraPdf({ indirizzo, cookie }: Servente & { cookie: string }): Promise<string[][]> {
  const tempi: number[] = []
  let byte = 0
  for (let n = 0; n < 60; n++) {
    const inizio = performance.now()
    const r = await fetch(`${indirizzo}/cittadino/visura.pdf`, { headers: { cookie } })
    byte = (await r.arrayBuffer()).byteLength
    if (n >= 10) tempi.push(performance.now() - inizio)
  }
  return [
    ['/cittadino/visura.pdf', String(byte), `${mediana(tempi).toFixed(0)} ms`, `${Math.max(...tempi).toFixed(0)} ms`],
  ]
}
