// The portal under load beside a bare Fastify route that sends the same bytes under the same headers, after the same
// queries where a page has some: both in processes of their own on the same core, in turns in one run.
import { type ChildProcess, fork } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import autocannon from 'autocannon'
import { carica } from '../../src/anagrafe/index.ts'
import { migrate, openDb, prepareDatabase, startEmbedded } from '../../src/db/index.ts'
import { paeseDiProva } from '../paese.ts'
import { aperta, impacchetta, inchioda, risposta, type Servente } from './processo.ts'
import type { Domanda, Nuda, Richiesta } from './servente.ts'

/** What is measured, and how much of the bare route's pace it must keep. */
const PAGINE = [
  { url: '/', meta: 0.8 },
  { url: '/stato-di-avanzamento/statistiche', meta: 0.8 },
  { url: '/comuni/015146', meta: 0.7 },
  { url: '/comuni/suggerimenti?q=mil', meta: 0.7 },
  { url: '/progetto', meta: 0.8 },
]
const GIRI = 5
const SECONDI = 2
const CONNESSIONI = 16
/** As browsers ask. */
const COME = { 'accept-encoding': 'gzip, deflate, br', accept: 'text/html,*/*;q=0.8' }
/** These the server writes itself. */
const SUE = new Set(['date', 'connection', 'keep-alive', 'content-length', 'transfer-encoding'])

interface Misura {
  alSecondo: number
  /** microseconds of CPU for one request, in the server's process: what a slow load generator cannot hide */
  cpu: number
}

/** Table rows: page, bytes, queries, requests a second of both, the two ratios. */
export async function misuraPortale(): Promise<{ testa: string[]; righe: string[][] }> {
  const lavoro = mkdtempSync(join(tmpdir(), 'anpr-bench-portale-'))
  const programma = join(import.meta.dirname, `../../dist/servente-${process.pid}.mjs`)
  const pg = await startEmbedded(join(lavoro, 'pg'))
  const vivi: ChildProcess[] = []
  try {
    await paese(pg.url)
    await impacchetta('servente.ts', programma)
    const avvia = (chi: string) => {
      const p = fork(programma, [chi, pg.url, join(lavoro, 'diario')], { execArgv: [] })
      vivi.push(p)
      inchioda(p.pid!, 0)
      return p
    }
    inchioda(process.pid, 1)
    const nostra = await aperta(avvia('nostra'))
    const nude: Nuda[] = []
    const righe: string[][] = []
    for (const { url } of PAGINE) {
      const n = await com(nostra, url)
      if (n) nude.push(n)
      else righe.push([url, 'skipped: 404, no such page here', '', '', '', '', ''])
    }
    const processo = avvia('nuda')
    chiedi(processo, { nude })
    const nuda = await aperta(processo)
    for (const { url, meta } of PAGINE) {
      const n = nude.find(x => x.percorso === percorso(url))
      if (n) righe.push(await confronto(nostra, nuda, url, meta, n))
    }
    return {
      testa: ['page', 'bytes', 'queries', 'ours', 'bare', 'ratio, pair by pair', 'CPU a request, ours and bare'],
      righe,
    }
  } finally {
    for (const p of vivi) p.kill()
    await pg.stop()
    rmSync(programma, { force: true })
    rmSync(lavoro, { recursive: true, force: true })
  }
}

async function paese(url: string): Promise<void> {
  await prepareDatabase(url)
  const migra = openDb({ url, ruolo: 'anpr_migra', max: 1 })
  await migrate(migra)
  await migra.tx(carica)
  await migra.close()
  await paeseDiProva(url)
}

const chiedi = (p: ChildProcess, r: Richiesta) => p.send(r)
const percorso = (url: string) => url.split('?')[0]!

/** What a page sends when everything is warm, and what it asks of the database for that. */
async function com({ processo, indirizzo }: Servente, url: string): Promise<Nuda | undefined> {
  let r = await grezza(indirizzo + url)
  if (r.stato === 404) return undefined
  // Drawn, compressed at once, compressed well: then it stays.
  for (let n = 0; n < 3; n++) {
    r = await grezza(indirizzo + url)
    await new Promise(si => setTimeout(si, 500))
  }
  await grezza(indirizzo + url) // the newest snapshot is known for a second
  chiedi(processo, 'domande')
  await risposta(processo)
  r = await grezza(indirizzo + url)
  if (r.stato !== 200) throw new Error(`${url} answers ${r.stato}`)
  chiedi(processo, 'domande')
  const domande = await risposta<Domanda[]>(processo)
  return { percorso: percorso(url), intestazioni: r.intestazioni, corpo: r.corpo.toString('base64'), domande }
}

/** With the body as it travels: `fetch` would unpack it. */
async function grezza(url: string) {
  const { get } = await import('node:http')
  return new Promise<{ stato: number; intestazioni: Record<string, string>; corpo: Buffer }>((si, no) => {
    get(url, { headers: COME }, async res => {
      const pezzi: Buffer[] = []
      for await (const p of res) pezzi.push(p as Buffer)
      const intestazioni = Object.fromEntries(
        Object.entries(res.headers).flatMap(([n, v]) => (typeof v === 'string' && !SUE.has(n) ? [[n, v]] : [])),
      )
      si({ stato: res.statusCode ?? 0, intestazioni, corpo: Buffer.concat(pezzi) })
    }).on('error', no)
  })
}

async function carico({ processo, indirizzo }: Servente, url: string, secondi: number): Promise<Misura> {
  const cpu = async () => {
    chiedi(processo, 'cpu')
    return risposta<number>(processo)
  }
  const prima = await cpu()
  const r = await autocannon({ url: indirizzo + url, connections: CONNESSIONI, duration: secondi, headers: COME })
  if (r.non2xx || r.errors) throw new Error(`${url}: ${r.non2xx} answers other than 2xx, ${r.errors} errors`)
  return { alSecondo: r.requests.total / r.duration, cpu: ((await cpu()) - prima) / r.requests.total }
}

async function confronto(nostra: Servente, nuda: Servente, url: string, meta: number, n: Nuda): Promise<string[]> {
  console.error(`${url}…`)
  const coppie: { nostra: Misura; nuda: Misura }[] = []
  for (let giro = 0; giro <= GIRI; giro++) {
    const coppia = { nostra: await carico(nostra, url, SECONDI), nuda: await carico(nuda, url, SECONDI) }
    if (giro > 0) coppie.push(coppia) // the first warms up
  }
  const mediana = (v: number[]) => v.toSorted((a, b) => a - b)[Math.floor(v.length / 2)]!
  const rapporti = coppie.map(c => c.nostra.alSecondo / c.nuda.alSecondo)
  const di = (chi: 'nostra' | 'nuda', cosa: keyof Misura) => mediana(coppie.map(c => c[chi][cosa]))
  return [
    url,
    String(Buffer.from(n.corpo, 'base64').length),
    String(n.domande.length),
    `${Math.round(di('nostra', 'alSecondo'))}/s`,
    `${Math.round(di('nuda', 'alSecondo'))}/s`,
    `${mediana(rapporti).toFixed(2)} (${Math.min(...rapporti).toFixed(2)}–${Math.max(...rapporti).toFixed(2)}), aim ≥ ${meta}`,
    `${di('nostra', 'cpu').toFixed(0)} and ${di('nuda', 'cpu').toFixed(0)} µs`,
  ]
}
