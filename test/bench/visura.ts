// One's own data under load beside a bare Fastify route with the same statements and bytes, each in a process of its own on
// one core, in turns, for who has a session; what recording a reading costs, alone; how long a PDF takes.
import { type ChildProcess, fork } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import autocannon from 'autocannon'
import pg from 'pg'
import { carica } from '../../src/anagrafe/index.ts'
import { migrate, openDb, prepareDatabase, startEmbedded } from '../../src/db/index.ts'
import { storieDiProva } from '../storie.ts'
import { aperta, impacchetta, inchioda, risposta, type Servente } from './processo.ts'
import type { Domanda, Nuda, Richiesta } from './visuraServente.ts'

const PAGINE = ['/cittadino/visura', '/cittadino/visura/residenza', '/cittadino/visura/famiglia']
const META = 0.7
const GIRI = 5
const SECONDI = Number(process.env.BANCO_SECONDI ?? 2)
/** Options of Node for the measured processes, such as `--cpu-prof`. */
const PROFILO = (process.env.BANCO_NODE ?? '').split(' ').filter(Boolean)
const CONNESSIONI = 16
const SUE = new Set(['date', 'connection', 'keep-alive', 'content-length', 'transfer-encoding'])

type Aperta = Servente & { cookie: string }
export interface MisuraVisura {
  schede: number
  pagine: string[][]
  lettura: string[][]
  pdf: string[][]
}

export async function misuraVisura(): Promise<MisuraVisura> {
  const lavoro = mkdtempSync(join(tmpdir(), 'anpr-bench-visura-'))
  const programma = join(import.meta.dirname, `../../dist/visura-${process.pid}.mjs`)
  const server = await startEmbedded(join(lavoro, 'pg'))
  const vivi: ChildProcess[] = []
  try {
    const schede = await popola(server.url)
    await impacchetta('visuraServente.ts', programma)
    const avvia = (chi: string) => {
      const p = fork(programma, [chi, server.url, join(lavoro, 'diario')], { execArgv: PROFILO })
      vivi.push(p)
      inchioda(p.pid!, 0)
      return p
    }
    inchioda(process.pid, 1)
    const nostra: Aperta = await aperta(avvia('nostra'))
    const nude: Nuda[] = []
    for (const url of PAGINE) nude.push(await com(nostra, url))
    const processo = avvia('nuda')
    chiedi(processo, { nude })
    const nuda = { ...(await aperta(processo)), cookie: nostra.cookie }
    const pagine: string[][] = []
    for (const n of nude) pagine.push(await confronto(nostra, nuda, n))
    return { schede, pagine, lettura: await misuraLettura(server.url, nude), pdf: await misuraPdf(nostra) }
  } finally {
    for (const p of vivi) p.kill()
    await server.stop()
    rmSync(programma, { force: true })
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

const chiedi = (p: ChildProcess, r: Richiesta) => p.send(r)

/** What a page sends, and what it asks of the database for that. */
async function com({ processo, indirizzo, cookie }: Aperta, percorso: string): Promise<Nuda> {
  await fetch(indirizzo + percorso, { headers: { cookie } })
  chiedi(processo, 'domande')
  await risposta(processo)
  const r = await fetch(indirizzo + percorso, { headers: { cookie }, redirect: 'manual' })
  if (r.status !== 200) throw new Error(`${percorso} answers ${r.status}`)
  const corpo = Buffer.from(await r.arrayBuffer()).toString('base64')
  chiedi(processo, 'domande')
  const fatte = await risposta<Pick<Nuda, 'prima' | 'domande'>>(processo)
  const intestazioni = Object.fromEntries([...r.headers].filter(([n]) => !SUE.has(n)))
  return { percorso, intestazioni, corpo, ...fatte }
}

async function carico({ processo, indirizzo, cookie }: Aperta, url: string) {
  const cpu = async () => {
    chiedi(processo, 'cpu')
    return risposta<number>(processo)
  }
  const prima = await cpu()
  const r = await autocannon({ url: indirizzo + url, connections: CONNESSIONI, duration: SECONDI, headers: { cookie } })
  if (r.non2xx || r.errors) throw new Error(`${url}: ${r.non2xx} answers other than 2xx, ${r.errors} errors`)
  return {
    alSecondo: r.requests.total / r.duration,
    cpu: ((await cpu()) - prima) / r.requests.total,
    p99: r.latency.p99,
  }
}

const mediana = (v: number[]) => v.toSorted((a, b) => a - b)[Math.floor(v.length / 2)]!

async function confronto(nostra: Aperta, nuda: Aperta, n: Nuda): Promise<string[]> {
  console.error(`${n.percorso}…`)
  const coppie: { nostra: Awaited<ReturnType<typeof carico>>; nuda: Awaited<ReturnType<typeof carico>> }[] = []
  for (let giro = 0; giro <= GIRI; giro++) {
    const coppia = { nostra: await carico(nostra, n.percorso), nuda: await carico(nuda, n.percorso) }
    if (giro > 0) coppie.push(coppia) // the first warms up
  }
  const rapporti = coppie.map(c => c.nostra.alSecondo / c.nuda.alSecondo)
  return [
    n.percorso,
    String(Buffer.from(n.corpo, 'base64').length),
    String(n.prima.length + n.domande.length),
    `${Math.round(mediana(coppie.map(c => c.nostra.alSecondo)))}/s`,
    `${Math.round(mediana(coppie.map(c => c.nuda.alSecondo)))}/s`,
    `${mediana(rapporti).toFixed(2)} (${Math.min(...rapporti).toFixed(2)}–${Math.max(...rapporti).toFixed(2)}), aim ≥ ${META}`,
    `${mediana(coppie.map(c => c.nostra.cpu)).toFixed(0)} and ${mediana(coppie.map(c => c.nuda.cpu)).toFixed(0)} µs`,
    `${mediana(coppie.map(c => c.nostra.p99))} ms`,
  ]
}

/** The statement of a section as the page asks it, and the same without its record; one transaction each. */
async function misuraLettura(url: string, nude: readonly Nuda[]): Promise<string[][]> {
  const c = new pg.Client({ connectionString: url, options: '-c role=anpr_web' })
  await c.connect()
  const [d] = nude.find(n => n.percorso.endsWith('residenza'))!.domande
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

async function misuraPdf({ indirizzo, cookie }: Aperta): Promise<string[][]> {
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
