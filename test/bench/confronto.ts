// Ours and a bare route beside it (`nuda.ts`), on one core, asked in turns.
import { type ChildProcess, fork } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import autocannon from 'autocannon'
import type { Chiesta, Nuda, Passo, Richiesta } from './nuda.ts'
import { aperta, impacchetta, inchioda, risposta, type Servente } from './processo.ts'

const GIRI = 5
const SECONDI = Number(process.env.BANCO_SECONDI ?? 2)
/** Options of Node for the measured processes, such as `--cpu-prof`. */
const PROFILO = (process.env.BANCO_NODE ?? '').split(' ').filter(Boolean)
const CONNESSIONI = 16
const META = 0.7
const SUE = new Set(['date', 'connection', 'keep-alive', 'content-length', 'transfer-encoding'])

export const TESTA = [
  'page',
  'bytes',
  'statements',
  'ours',
  'bare',
  'ratio, pair by pair',
  'CPU a request, ours and bare',
  'median, p99',
  'alone, one after another',
]

/** @param file that calls `serve`
 *  @param pagine what is asked, given what ours says of itself
 *  @param dopo measured of ours alone, after the pages */
export async function confronta<T extends object, R>(
  o: { file: string; url: string; diario: string },
  pagine: (nostra: Servente & T) => readonly Chiesta[],
  dopo: (nostra: Servente & T) => Promise<R>,
): Promise<{ righe: string[][]; nude: Nuda[]; altro: R }> {
  const programma = join(import.meta.dirname, `../../dist/${o.file}-${process.pid}.mjs`)
  const vivi: ChildProcess[] = []
  const avvia = (chi: string) => {
    const p = fork(programma, [chi, o.url, o.diario], { execArgv: PROFILO })
    vivi.push(p)
    inchioda(p.pid!, 0)
    return p
  }
  try {
    await impacchetta(`${o.file}.ts`, programma)
    inchioda(process.pid, 1)
    const nostra = await aperta<T>(avvia('nostra'))
    const nude: Nuda[] = []
    for (const [i, c] of pagine(nostra).entries()) nude.push({ ...(await com(nostra, c)), nudo: `/${i}` })
    const processo = avvia('nuda')
    chiedi(processo, { nude })
    const bare = await aperta(processo)
    const righe: string[][] = []
    for (const n of nude) righe.push(await unaPagina(nostra, bare, n))
    return { righe, nude, altro: await dopo(nostra) }
  } finally {
    for (const p of vivi) p.kill()
    rmSync(programma, { force: true })
  }
}

const chiedi = (p: ChildProcess, r: Richiesta) => p.send(r)

/** What a page sends, and what it asks of the database for that. */
async function com({ processo, indirizzo }: Servente, c: Chiesta): Promise<Omit<Nuda, 'nudo'>> {
  await (await manda(indirizzo, c)).arrayBuffer()
  chiedi(processo, 'passi')
  await risposta(processo)
  const r = await manda(indirizzo, c)
  if (r.status !== 200) throw new Error(`${c.percorso} answers ${r.status}`)
  const corpo = Buffer.from(await r.arrayBuffer()).toString('base64')
  chiedi(processo, 'passi')
  const passi = await risposta<Passo[]>(processo)
  return { ...c, risposta: { headers: Object.fromEntries([...r.headers].filter(([n]) => !SUE.has(n))), corpo }, passi }
}

/** Milliseconds of one that nobody else disturbs: the median of sixty. */
async function sola({ indirizzo }: Servente, c: Chiesta): Promise<number> {
  const tempi: number[] = []
  for (let n = 0; n < 60; n++) {
    const inizio = performance.now()
    await (await manda(indirizzo, c)).arrayBuffer()
    tempi.push(performance.now() - inizio)
  }
  return mediana(tempi)
}

const manda = (indirizzo: string, c: Chiesta) =>
  fetch(indirizzo + c.percorso, {
    method: c.metodo,
    headers: c.headers,
    redirect: 'manual',
    ...(c.corpo !== undefined && { body: c.corpo }),
  })

async function carico({ processo, indirizzo }: Servente, c: Chiesta) {
  const cpu = async () => {
    chiedi(processo, 'cpu')
    return risposta<number>(processo)
  }
  const prima = await cpu()
  const r = await autocannon({
    url: indirizzo + c.percorso,
    method: c.metodo,
    headers: c.headers,
    connections: CONNESSIONI,
    duration: SECONDI,
    ...(c.corpo !== undefined && { body: c.corpo }),
  })
  if (r.non2xx || r.errors) throw new Error(`${c.percorso}: ${r.non2xx} answers other than 2xx, ${r.errors} errors`)
  return {
    alSecondo: r.requests.total / r.duration,
    cpu: ((await cpu()) - prima) / r.requests.total,
    p50: r.latency.p50,
    p99: r.latency.p99,
  }
}

export const mediana = (v: readonly number[]) => v.toSorted((a, b) => a - b)[Math.floor(v.length / 2)]!

async function unaPagina(nostra: Servente, nuda: Servente, n: Nuda): Promise<string[]> {
  console.error(`${n.percorso}…`)
  const coppie: { nostra: Awaited<ReturnType<typeof carico>>; nuda: Awaited<ReturnType<typeof carico>> }[] = []
  for (let giro = 0; giro <= GIRI; giro++) {
    const coppia = { nostra: await carico(nostra, n), nuda: await carico(nuda, { ...n, percorso: n.nudo }) }
    if (giro > 0) coppie.push(coppia) // the first warms up
  }
  const rapporti = coppie.map(c => c.nostra.alSecondo / c.nuda.alSecondo)
  const med = (f: (c: (typeof coppie)[number]) => number) => mediana(coppie.map(f))
  return [
    n.percorso,
    String(Buffer.from(n.risposta.corpo, 'base64').length),
    String(n.passi.reduce((s, p) => s + p.domande.length, 0)),
    `${Math.round(med(c => c.nostra.alSecondo))}/s`,
    `${Math.round(med(c => c.nuda.alSecondo))}/s`,
    `${mediana(rapporti).toFixed(2)} (${Math.min(...rapporti).toFixed(2)}–${Math.max(...rapporti).toFixed(2)}), aim ≥ ${META}`,
    `${med(c => c.nostra.cpu).toFixed(0)} and ${med(c => c.nuda.cpu).toFixed(0)} µs`,
    `${med(c => c.nostra.p50)} ms, ${med(c => c.nostra.p99)} ms`,
    `${(await sola(nostra, n)).toFixed(1)} ms`,
  ]
}
