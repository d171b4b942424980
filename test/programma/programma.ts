import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as attendi } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, inject } from 'vitest'
import { SETTINGS } from '../../src/config.ts'
import { RADICE } from '../../src/radice.ts'

/** A free port with free ones behind it, as the program's listeners want them; below those that the system gives to outgoing
 *  connections, any of which might sit on one of them. */
export async function portaDiProva(): Promise<number> {
  for (;;) {
    const porta = 20_000 + Math.floor(Math.random() * 2000) * 5
    const libere = await Promise.all([0, 1, 2, 3, 4].map(n => libera(porta + n)))
    if (libere.every(Boolean)) return porta
  }
}
const libera = (porta: number) =>
  new Promise<boolean>(si => {
    const s = createServer()
    s.once('error', () => si(false))
    s.listen(porta, () => s.close(() => si(true)))
  })

/** One run of the real program, in a process group of its own, as a shell starts it. */
export interface Corsa {
  readonly pid: number
  /** what it wrote so far */
  readonly scritto: { out: string; err: string }
  /** its exit code once it has ended, and all that it wrote */
  readonly fine: Promise<{ codice: number | null; out: string; err: string }>
  /** to it alone, or as Ctrl-C does to its whole group */
  segnale(segnale: NodeJS.Signals, a?: 'solo' | 'gruppo'): void
}

type Ambiente = Record<string, string | undefined>
/** No setting of whoever runs the tests reaches the program. */
const PULITO: Ambiente = Object.fromEntries(
  [...SETTINGS.map(s => s.nome), 'NODE_OPTIONS', 'VITEST', 'NODE_ENV'].map(n => [n, undefined]),
)

/** An older Node where the machine has one, as newcomers do: it hands over to the pinned Node 24. */
export const NODE_DEL_SISTEMA = ['/usr/local/bin/node', '/usr/bin/node'].find(p => existsSync(p)) ?? process.execPath

const aperte = new Set<ChildProcess>()

/** Starts a program with arguments; the environment is the test's, with no setting but these. */
export function lancia(comando: string, argomenti: readonly string[], o: { env?: Ambiente; cwd?: string } = {}): Corsa {
  const figlio = spawn(comando, [...argomenti], {
    cwd: o.cwd ?? RADICE,
    env: { ...process.env, ...PULITO, ...o.env } as NodeJS.ProcessEnv,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  aperte.add(figlio)
  const scritto = { out: '', err: '' }
  figlio.stdout?.on('data', d => {
    scritto.out += d
  })
  figlio.stderr?.on('data', d => {
    scritto.err += d
  })
  const pid = figlio.pid!
  return {
    pid,
    scritto,
    fine: new Promise((fatto, no) => {
      figlio.on('error', no)
      figlio.on('close', codice => {
        aperte.delete(figlio)
        fatto({ codice, ...scritto })
      })
    }),
    segnale: (s, a = 'solo') => process.kill(a === 'gruppo' ? -pid : pid, s),
  }
}

/** `bin/anpr …` as a user calls it. */
export const anpr = (argomenti: readonly string[], o: { env?: Ambiente; cwd?: string } = {}) =>
  lancia(NODE_DEL_SISTEMA, [join(RADICE, 'bin/anpr'), ...argomenti], o)

/** The built program on this Node, without the starter: for the many short calls. */
export const comando = (argomenti: readonly string[], o: { env?: Ambiente; cwd?: string } = {}) =>
  lancia(process.execPath, [join(RADICE, 'dist/anpr.mjs'), ...argomenti], o).fine

/** Builds the program where a source has changed; and a folder that goes, with all that still runs in it, at the end. */
export function cartellaDiProva(): (nome: string) => string {
  let cartella = ''
  beforeAll(() => {
    const { status, stderr } = spawnSync(process.execPath, [join(RADICE, 'bin/anpr'), 'help'], { encoding: 'utf8' })
    if (status !== 0) throw new Error(`the program cannot be built: ${stderr}`)
    cartella = mkdtempSync(join(tmpdir(), 'anpr-prog-'))
  })
  afterAll(async () => {
    for (const c of aperte) if (c.pid) process.kill(-c.pid, 'SIGKILL') // of a test that failed
    for (const p of processiDi(cartella)) process.kill(p.pid, 'SIGKILL')
    for (let i = 0; processiDi(cartella).length > 0 && i < 100; i++) await attendi(50)
    rmSync(cartella, { recursive: true, force: true })
  })
  return nome => join(cartella, nome)
}

/** A started demo of some sixty people in a folder. Its first start, a quarter of a minute, is made once for all test files:
 *  the others copy what it left.
 *  @returns the run, when it is ready */
export async function demoAvviata(dati: string, porta: number): Promise<Corsa> {
  const env = { PORT: String(porta), DEMO_SCALA: '1000000', LOG_LEVEL: 'info' }
  const modello = join(inject('cartella'), 'demo')
  if (prima(`${modello}.lock`)) {
    const corsa = anpr(['start'], { env: { ...env, DATA_DIR: `${modello}.nuova` } })
    await pronto(corsa, porta)
    corsa.segnale('SIGINT', 'gruppo')
    await corsa.fine
    renameSync(`${modello}.nuova`, modello)
  }
  await finche('the demo that all copy', () => existsSync(modello), 240)
  execFileSync('cp', ['-a', modello, dati])
  const corsa = anpr(['start'], { env: { ...env, DATA_DIR: dati } })
  await pronto(corsa, porta)
  return corsa
}
/** Of all that call it with this name, on this machine, one is the first. */
function prima(nome: string): boolean {
  try {
    mkdirSync(nome)
    return true
  } catch {
    return false
  }
}

/** The processes that work for a folder: it stands among their arguments or in their settings. Linux only. */
export function processiDi(cartella: string): { pid: number; chi: 'postgres' | 'node' | 'altro'; uid: number }[] {
  if (!existsSync('/proc/self/environ')) return []
  const trovati = readdirSync('/proc')
    .filter(n => /^\d+$/.test(n) && Number(n) !== process.pid)
    .flatMap(n => {
      try {
        const argomenti = readFileSync(`/proc/${n}/cmdline`, 'utf8')
        const stato = readFileSync(`/proc/${n}/status`, 'utf8')
        if (/^State:\tZ/m.test(stato)) return []
        // A server's own children carry their parent's settings: the parent is enough.
        if (argomenti.startsWith('postgres: ')) return []
        if (!`${argomenti}${readFileSync(`/proc/${n}/environ`, 'utf8')}`.includes(cartella)) return []
        const chi = /postgres\0/.test(argomenti) ? 'postgres' : /node\0/.test(argomenti) ? 'node' : 'altro'
        const numero = (campo: string) => Number(new RegExp(`^${campo}:\\t(\\d+)`, 'm').exec(stato)?.[1])
        const uno = { pid: Number(n), chi: chi as 'postgres' | 'node' | 'altro', uid: numero('Uid') }
        return [{ ...uno, padre: numero('PPid') }]
      } catch {
        return [] // it ended meanwhile
      }
    })
  // Just born, a server's child has its parent's arguments still.
  return trovati
    .filter(p => p.chi !== 'postgres' || !trovati.some(q => q.chi === 'postgres' && q.pid === p.padre))
    .map(({ pid, chi, uid }) => ({ pid, chi, uid }))
}

/** Waits until the condition holds; the message says what did not come about. */
export async function finche(cosa: string, vera: () => boolean | Promise<boolean>, secondi = 30): Promise<void> {
  for (const termine = Date.now() + secondi * 1000; !(await vera()); await attendi(50))
    if (Date.now() > termine) throw new Error(`not within ${secondi} s: ${cosa}`)
}

export const salute = async (porta: number): Promise<{ stato: number; corpo: Record<string, unknown> } | undefined> => {
  try {
    const r = await fetch(`http://127.0.0.1:${porta}/health`)
    return { stato: r.status, corpo: (await r.json()) as Record<string, unknown> }
  } catch {
    return
  }
}

/** Waits until it is ready; what it wrote when it ended before. */
export async function pronto(corsa: Corsa, porta: number): Promise<void> {
  let finita: { codice: number | null; out: string; err: string } | undefined
  void corsa.fine.then(f => {
    finita = f
  })
  await finche(
    'ready',
    async () => {
      if (finita) throw new Error(`ended with ${finita.codice} before it was ready:\n${finita.out}${finita.err}`)
      return (await salute(porta))?.stato === 200 && corsa.scritto.out.includes('Ctrl-C per fermare')
    },
    120,
  )
}

/** One row of an embedded database, as its superuser. */
export async function interroga<R extends object>(dataDir: string, testo: string): Promise<R> {
  const porta = readFileSync(join(dataDir, 'pgdata/postmaster.pid'), 'utf8').split('\n')[3]
  const password = readFileSync(join(dataDir, 'password'), 'utf8').trim()
  const c = new pg.Client({ connectionString: `postgres://postgres:${password}@127.0.0.1:${porta}/anpr` })
  await c.connect()
  try {
    return (await c.query<R>(testo)).rows[0]!
  } finally {
    await c.end()
  }
}
