// Two hundred citizens at once, for two minutes, against the real program: each with a session and a scheda of her own, going
// through the pages of the area and back to those that wait. Once with time to read between two pages, once without.
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { Agent, get } from 'node:http'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as attendi } from 'node:timers/promises'
import { carica } from '../../src/anagrafe/index.ts'
import { type Db, migrate, openDb, prepareDatabase, startEmbedded } from '../../src/db/index.ts'
import { accettaInformativa, trova } from '../../src/identita/index.ts'
import { apri } from '../../src/identita/sessione.ts'
import { RADICE } from '../../src/radice.ts'
import { INFORMATIVA, identificata } from '../cittadini.ts'
import { storieDiProva } from '../storie.ts'

const QUANTI = 200
const SECONDI = Number(process.env.BANCO_SECONDI ?? 120)
const PORTA = 28_480
const DURATE = { inattiva: 15, massima: 480 }
/** What somebody opens, in this order, each beginning elsewhere in it. */
const GIRO = [
  '/cittadino',
  '/cittadino/visura',
  '/cittadino/visura/generalita',
  '/cittadino/visura/residenza',
  '/cittadino/visura/famiglia',
  '/cittadino/accessi',
  '/cittadino/visura/stato-civile',
  '/cittadino/dichiarazioni',
  '/cittadino/profilo',
  '/cittadino/visura/carta-identita',
]

/** @returns rows: think time, pages, pages a second, median, p99, slowest, errors, load of the machine before */
export async function misuraCittadini(): Promise<string[][]> {
  const lavoro = mkdtempSync(join(tmpdir(), 'anpr-bench-cittadini-'))
  const server = await startEmbedded(join(lavoro, 'pg'))
  let programma: ChildProcess | undefined
  try {
    await prepareDatabase(server.url)
    const migra = openDb({ url: server.url, ruolo: 'anpr_migra', max: 1 })
    await migrate(migra)
    await migra.tx(carica)
    const job = openDb({ url: server.url, ruolo: 'anpr_job' })
    console.error('bringing the stories’ comuni in…')
    await storieDiProva(job, 100)
    await job.close()
    await migra.pool.query('vacuum analyze')
    await migra.close()
    const cookie = await entrano(server.url)
    programma = await avvia(server.url, lavoro)
    const righe: string[][] = []
    await giri(cookie, 5, 0) // warms up
    for (const pausa of [5000, 0]) {
      const carico = loadavg()[0]!.toFixed(1)
      const m = await giri(cookie, SECONDI, pausa)
      righe.push([
        pausa === 0 ? 'none' : `${pausa / 1000} s on average`,
        m.quante.toLocaleString('en'),
        `${Math.round(m.quante / SECONDI)}/s`,
        ...[0.5, 0.99, 1].map(q => `${Math.round(m.tempi[Math.min(m.quante - 1, Math.floor(m.quante * q))] ?? 0)} ms`),
        String(m.errori),
        carico,
      ])
    }
    return righe
  } finally {
    programma?.kill()
    await server.stop()
    rmSync(lavoro, { recursive: true, force: true })
  }
}

/** As many people as there are to be, each in a session of her own. @returns their cookies */
async function entrano(url: string): Promise<string[]> {
  const db: Db = openDb({ url, ruolo: 'anpr_web', max: 4 })
  const { rows } = await db.pool.query<{ codice_fiscale: string; cognome: string; nome: string; nascita: string }>(
    `select codice_fiscale, cognome, nome, nascita from scheda
      where stato = 'A' and cf_validita = 1 and cognome is not null and nascita < '1990-01-01' order by id limit $1`,
    [QUANTI],
  )
  if (rows.length < QUANTI) throw new Error(`only ${rows.length} people can come in`)
  const ora = new Date().toISOString()
  const cookie: string[] = []
  for (const { codice_fiscale: codiceFiscale, ...chi } of rows) {
    const token = await db.tx(tx => apri(tx, { ...identificata(chi), codiceFiscale }, { ora, durate: DURATE }))
    const s = await trova(db, token, ora, DURATE)
    await db.tx(tx => accettaInformativa(tx, s!.utente, INFORMATIVA, ora))
    cookie.push(`sessione=${token}`)
  }
  await db.close()
  return cookie
}

async function avvia(url: string, lavoro: string): Promise<ChildProcess> {
  const p = spawn(process.execPath, [join(RADICE, 'bin/anpr'), 'start'], {
    env: { ...process.env, DATABASE_URL: url, DATA_DIR: join(lavoro, 'dati'), PORT: String(PORTA), LOG_LEVEL: 'info' },
    stdio: ['ignore', 'ignore', 'ignore'],
  })
  for (let n = 0; n < 600; n++) {
    const r = await fetch(`http://127.0.0.1:${PORTA}/health`).catch(() => undefined)
    if (r?.ok) return p
    if (p.exitCode !== null) throw new Error(`the program ended with ${p.exitCode}`)
    await attendi(100)
  }
  throw new Error('the program does not get ready')
}

async function giri(cookie: readonly string[], secondi: number, pausa: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: QUANTI })
  const tempi: number[] = []
  let errori = 0
  const fine = performance.now() + secondi * 1000
  const una = async (biscotto: string, n: number) => {
    if (pausa > 0) await attendi(Math.random() * pausa * 2)
    for (let i = n; performance.now() < fine; i++) {
      const inizio = performance.now()
      const ok = await apriPagina(GIRO[i % GIRO.length]!, biscotto, agent)
      tempi.push(performance.now() - inizio)
      if (!ok) errori++
      // Exponential: most read a moment, some go and make coffee.
      if (pausa > 0) await attendi(Math.min(-Math.log(1 - Math.random()) * pausa, pausa * 6))
    }
  }
  await Promise.all(cookie.map(una))
  agent.destroy()
  return { quante: tempi.length, tempi: tempi.sort((a, b) => a - b), errori }
}

/** @returns whether the whole page came */
const apriPagina = (percorso: string, cookie: string, agent: Agent): Promise<boolean> =>
  new Promise(fatto => {
    const r = get({ host: '127.0.0.1', port: PORTA, path: percorso, headers: { cookie, accept: 'text/html' }, agent })
    r.on('error', () => fatto(false))
    r.on('response', risposta => {
      risposta.resume()
      risposta.on('end', () => fatto(risposta.statusCode === 200 && risposta.complete))
      risposta.on('error', () => fatto(false))
    })
  })
