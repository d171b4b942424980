import { type ChildProcess, fork } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as attendi } from 'node:timers/promises'
import pg from 'pg'
import { openDb, startEmbedded } from '../../src/db/index.ts'
import { Caso } from '../operazioni/mondo.ts'
import { concorda } from './concorda.ts'

const LAVORANTI = 3
const PAESI = 12

/** What a worker says. */
export type Detto = { fatta: string; servizio: string } | { rifiutata: string } | { guasto: string }

export interface Lavoro {
  quante: number
  seme: number
  /** file of the workers beside this one: they are given address, seed, comuni and how many they are */
  lavorante: string
  prepara(url: string, paesi: number): Promise<number[]>
  /** @throws an Error that names what was acknowledged and is not there */
  perse(pool: pg.Pool, fatte: ReadonlyMap<string, string>): Promise<void>
  /** @returns what there is in the end, in a line @throws an Error that names what does not agree */
  concorda(pool: pg.Pool): Promise<string>
}

/** Operations of the register. */
export const OPERAZIONI: Pick<Lavoro, 'lavorante' | 'perse' | 'concorda'> = {
  lavorante: 'lavorante.ts',
  async perse(pool, fatte) {
    const { rows } = await pool.query<{ id: string }>(
      'select f.id from unnest($1::bigint[]) f (id) where not exists (select from operazione o where o.id = f.id)',
      [[...fatte.keys()]],
    )
    if (rows.length > 0) throw new Error(`acknowledged, but not there: ${rows.map(r => r.id).join(' ')}`)
  },
  async concorda(pool) {
    await concorda(pool)
    const { rows } = await pool.query<{ n: string; a: string }>(
      `select count(*) as n, count(annulla) as a from operazione where servizio <> 'subentro'`,
    )
    return `${rows[0]!.n} in the journal, ${rows[0]!.a} of them annulments; journal, effects, rows and counts agree`
  },
}

/** no operation for so long: something hangs */
const FERMO = 180_000

/** Work by several processes, until so much of it was acknowledged, while they and PostgreSQL are killed at random moments;
 *  then everything is held against what was told.
 *  @returns what was done, in a line
 *  @throws an Error that names what was lost, or what error reached a worker that nobody had killed anything of */
export async function uccisioni(cartella: string, l: Lavoro): Promise<string> {
  const c = new Caso(l.seme)
  let server = await startEmbedded(cartella)
  const comuni = await l.prepara(server.url, PAESI)
  let { pool } = openDb({ url: server.url, ruolo: 'anpr_job', max: 2 })
  const fatte = new Map<string, string>()
  const conta: Record<string, number> = {}
  const segna = (k: string) => {
    conta[k] = (conta[k] ?? 0) + 1
  }
  const lavoranti = new Set<ChildProcess>()
  let cadde = 0 // when PostgreSQL was last killed: errors of the minute after are its
  let guasto: string | undefined
  let semi = l.seme
  const assumi = () => {
    const p = fork(join(import.meta.dirname, l.lavorante), [
      server.url,
      String(++semi),
      JSON.stringify(comuni),
      String(LAVORANTI),
    ])
    lavoranti.add(p)
    p.on('message', m => {
      const d = m as Detto
      if ('fatta' in d) fatte.set(d.fatta, d.servizio)
      else if ('rifiutata' in d) segna('refused')
      else if (Date.now() - cadde > 60_000) guasto ??= d.guasto
    })
    p.on('exit', () => lavoranti.delete(p))
  }
  console.log(`kills: ${l.quante} operations, seed ${l.seme}`)
  try {
    let detto = 0
    let ultima = { quante: 0, quando: Date.now() }
    while (fatte.size < l.quante && !guasto) {
      // By operations rather than by the clock: on a busy machine a worker needs seconds to begin.
      const fino = { quante: fatte.size + c.intero(100), quando: Date.now() + 30_000 }
      do {
        while (lavoranti.size < LAVORANTI) assumi()
        await attendi(20 + c.intero(300))
      } while (fatte.size < fino.quante && Date.now() < fino.quando && !guasto)
      const [a, b, d] = [c.intero(100), c.intero(1000), [...lavoranti]]
      if (a < 70) {
        c.uno(d)?.kill('SIGKILL')
        segna('workers killed')
      } else if (a < 85) {
        // One backend dies: the postmaster throws all the others out and recovers.
        cadde = Date.now()
        const pid = await unBackend(server.url, b)
        if (pid) {
          process.kill(pid, 'SIGKILL')
          segna('backends killed')
        }
      } else {
        cadde = Date.now()
        process.kill(Number(readFileSync(join(cartella, 'pgdata/postmaster.pid'), 'utf8').split('\n')[0]), 'SIGKILL')
        segna('postmasters killed')
        for (const p of d) p.kill('SIGKILL') // they know the old address only
        await pool.end().catch(() => {})
        server = await rialza(cartella)
        pool = openDb({ url: server.url, ruolo: 'anpr_job', max: 2 }).pool
        await l.perse(pool, fatte)
      }
      if (fatte.size > ultima.quante) ultima = { quante: fatte.size, quando: Date.now() }
      else if (Date.now() - ultima.quando > FERMO)
        throw new Error(`no operation for ${FERMO / 1000} s, after ${fatte.size}`)
      if (fatte.size - detto >= 1000) {
        detto = fatte.size
        console.log(`${fatte.size} operations; ${JSON.stringify(conta)}`)
      }
    }
    for (const p of lavoranti) p.kill('SIGKILL')
    if (guasto) throw new Error(`an error that nobody had caused reached a worker: ${guasto}`)
    await attendi(3000)
    await l.perse(pool, fatte)
    const ora = await l.concorda(pool)
    const perServizio = [...Map.groupBy(fatte.values(), s => s)].map(([s, v]) => `${s} ${v.length}`).sort()
    console.log(`acknowledged: ${perServizio.join(', ')}`)
    return `${fatte.size} acknowledged in spite of ${JSON.stringify(conta)}, none lost; ${ora}`
  } finally {
    for (const p of lavoranti) p.kill('SIGKILL')
    await pool.end().catch(() => {})
    await server.stop()
  }
}

async function unBackend(url: string, quale: number): Promise<number | undefined> {
  const admin = new pg.Client({ connectionString: url })
  admin.on('error', () => {})
  try {
    await admin.connect()
    const { rows } = await admin.query<{ pid: number }>(
      `select pid from pg_stat_activity where application_name = 'anpr_web' order by pid`,
    )
    return rows[quale % Math.max(1, rows.length)]?.pid
  } catch {
    return
  } finally {
    await admin.end().catch(() => {})
  }
}

/** Backends of a killed postmaster take a moment to notice, and until then no other may start. */
async function rialza(cartella: string) {
  for (let prova = 1; ; prova++)
    try {
      return await startEmbedded(cartella)
    } catch (e) {
      if (prova === 20) throw e
      await attendi(500)
    }
}
