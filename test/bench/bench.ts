// `npm run bench`: subentro of 200,000 schede, from file to commit, beside the bare COPY of the same rows into the same
// indexed tables, in turns on one machine; then everything of `SOLI` and `SUL_REGISTRO`, each alone by its name: `npm run bench
// operazioni`. Prints the tables for docs/performance.md.
import { execFileSync, fork, spawnSync } from 'node:child_process'
import { createReadStream, createWriteStream, existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import pg from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import { carica, caricaTerritorio } from '../../src/anagrafe/index.ts'
import { migrate, openDb, prepareDatabase, startEmbedded } from '../../src/db/index.ts'
import { scriviCartella } from '../../src/demo/synth.ts'
import { luoghiDi, subentro } from '../../src/subentro/index.ts'
import { misuraAccessi } from './accessi.ts'
import { misuraCittadini } from './cittadini.ts'
import { TESTA } from './confronto.ts'
import { misuraIstantanea } from './istantanea.ts'
import { misuraLettura } from './lettura.ts'
import { misuraLogin } from './login.ts'
import { misuraOperazioni } from './operazioni.ts'
import { misuraPortale } from './portale.ts'
import { misuraRichieste } from './richieste.ts'
import { misuraVisura } from './visura.ts'

const TABELLE = ['operazione', 'gruppo', 'scheda', 'unione', 'id_comune'] as const
const VUOTA =
  'truncate scheda, gruppo, unione, id_comune, duplicato, operazione, fornitura, invio, anomalia restart identity cascade'
const ISTAT = '015146'

interface Misura {
  secondi: number
  schede: number
  megabyte: number
}

/** In a process of its own, so that its memory is its own too. */
async function figlio(url: string, cartella: string): Promise<Misura> {
  const db = openDb({ url, ruolo: 'anpr_job' })
  const t = await caricaTerritorio(db)
  const file = readdirSync(cartella).map(f => join(cartella, f))
  const inizio = performance.now()
  const e = await subentro(db, file, {
    prova: false,
    oggi: '2026-11-25',
    adesso: () => '2026-11-25T10:00:00+01:00',
    cartella: tmpdir(),
    chi: 'bench',
    luoghi: luoghiDi(t),
    comunePerIstat: istat => {
      const c = t.comuneAttivo(istat)
      return c && { id: c.comune, nome: c.nome }
    },
  })
  const secondi = (performance.now() - inizio) / 1000
  await db.close()
  if (e.stato !== 'conclusa') throw new Error(`refused: ${JSON.stringify([e.segnalazioni, e.anomalie])}`)
  return { secondi, schede: e.schede, megabyte: process.resourceUsage().maxRSS / 1024 }
}

/** Measured on a register of this bench's; by name. */
const SUL_REGISTRO: Readonly<Record<string, (url: string, lavoro: string) => Promise<void>>> = {
  operazioni: stampaOperazioni,
  istantanea: stampaIstantanea,
  accessi: stampaAccessi,
}
/** Measured on a database of their own. */
const SOLI: Readonly<Record<string, () => Promise<void>>> = { portale, login, visura, cittadini, richieste }

const macchina = () => `${cpus().length} × ${cpus()[0]!.model.trim()}, Node ${process.versions.node}`

const [modo, url, cartella] = process.argv.slice(2)
if (modo === 'figlio') {
  process.send?.(await figlio(url!, cartella!))
  process.disconnect()
} else if (modo === undefined) {
  await banco()
  for (const misura of Object.values(SOLI)) await misura()
} else if (modo in SUL_REGISTRO) await banco(SUL_REGISTRO[modo])
else if (modo in SOLI) await SOLI[modo]!()
else {
  console.error(`npm run bench [${Object.keys({ ...SOLI, ...SUL_REGISTRO }).join(' | ')}]`)
  process.exitCode = 2
}

async function portale() {
  const { testa, righe } = await misuraPortale()
  console.log(`\nThe portal under load, ${macchina()}:\n\n${tabella(testa, righe)}`)
}
async function login() {
  const { testa, righe } = await misuraLogin()
  console.log(`\nA login by SAML, ${macchina()}:\n\n${tabella(testa, righe)}`)
}

async function richieste() {
  const { pagine, invio, csv, paese } = await misuraRichieste()
  console.log(`\nRequests of a comune, ${macchina()}:\n`)
  console.log(tabella(TESTA, pagine))
  console.log('\nSending a request with two documents of 2.5 MB, forty one after another:\n')
  console.log(tabella(['median', 'slowest', 'memory after ten', 'after forty'], invio))
  console.log('\nAll requests of the comune as one CSV file:\n')
  console.log(tabella(['lines', 'time', 'memory before', 'at most'], csv))
  console.log('\nFigures of requests of many comuni, three times as many requests:\n')
  console.log(tabella(['', 'median', 'slowest'], paese))
}

async function cittadini() {
  const righe = await misuraCittadini()
  console.log(`\nTwo hundred citizens at once, ${macchina()}:\n`)
  const testa = ['time between two pages', 'pages', 'pace', 'median', 'p99', 'slowest', 'errors', 'load before']
  console.log(tabella(testa, righe))
}

async function visura() {
  const m = await misuraVisura()
  console.log(`\nOne's own data, ${m.schede.toLocaleString('en')} schede in the register:\n`)
  console.log(tabella(TESTA, m.pagine))
  console.log('\nThe same statement with and without its record, one transaction each, median of 3,000:\n')
  console.log(tabella(['read and recorded', 'read alone', 'the record'], m.lettura))
  console.log('\nAll as one PDF, one after another:\n')
  console.log(tabella(['', 'bytes', 'median', 'slowest'], m.pdf))
}

/** @param solo measures only this, on the migrated database */
async function banco(solo?: (url: string, lavoro: string) => Promise<void>) {
  const lavoro = mkdtempSync(join(tmpdir(), 'anpr-bench-'))
  const server = await startEmbedded(join(lavoro, 'pg'))
  try {
    await prepareDatabase(server.url)
    const migra = openDb({ url: server.url, ruolo: 'anpr_migra' })
    await migrate(migra)
    await migra.tx(carica)
    await migra.close()
    if (solo) return await solo(server.url, lavoro)
    const admin = new pg.Client({ connectionString: server.url })
    await admin.connect()
    const mediane = (v: number[]) => v.toSorted((a, b) => a - b)[Math.floor(v.length / 2)]!

    const due = await file(lavoro, 200_000)
    const coppie: { nostra: Misura; nuda: number }[] = []
    for (let giro = 0; giro < 4; giro++) {
      const nostra = await inFiglio(server.url, due)
      const nuda = await copiaNuda(admin, lavoro)
      if (giro > 0) coppie.push({ nostra, nuda }) // the first warms up
    }
    const nostra = mediane(coppie.map(c => c.nostra.secondi))
    const nuda = mediane(coppie.map(c => c.nuda))
    const rapporti = coppie.map(c => c.nuda / c.nostra.secondi).toSorted((a, b) => a - b)
    const righe = [
      [
        'subentro, 200,000 schede, file to commit',
        `${nostra.toFixed(1)} s`,
        `${Math.round(200_000 / nostra)} schede/s`,
      ],
      ['bare COPY of the same rows, same indexes', `${nuda.toFixed(1)} s`, `${Math.round(200_000 / nuda)} schede/s`],
      [
        'ratio, pair by pair (aim ≥ 0.5)',
        mediane(rapporti).toFixed(2),
        `${rapporti[0]!.toFixed(2)}–${rapporti.at(-1)!.toFixed(2)}`,
      ],
      [
        'peak memory, 200,000 schede (aim < 400 MB)',
        `${Math.max(...coppie.map(c => c.nostra.megabyte)).toFixed(0)} MB`,
        '',
      ],
    ]
    const letture: string[][] = []
    for (const n of [30_000, 100_000, 1_000_000]) {
      await admin.query(VUOTA)
      const m = await inFiglio(server.url, await file(lavoro, n))
      const quante = n.toLocaleString('en')
      righe.push([
        `subentro, ${quante} schede`,
        `${m.secondi.toFixed(1)} s, ${Math.round(n / m.secondi)} schede/s`,
        `peak ${m.megabyte.toFixed(0)} MB`,
      ])
      if (n < 100_000) continue
      await admin.query('vacuum analyze scheda')
      const l = await misuraLettura(server.url)
      letture.push([quante, `${l.conAccesso} µs`, `${l.soltanto} µs`, `${l.conScrittura} µs`])
    }
    righe.push(await xmllint(lavoro, due))
    const { rows } = await admin.query<{ server_version: string }>('show server_version')
    await admin.end()
    console.log(
      `\n${new Date().toISOString().slice(0, 10)}, ${cpus().length} × ${cpus()[0]!.model.trim()}, Node ${process.versions.node}, PostgreSQL ${rows[0]!.server_version}\n`,
    )
    console.log(tabella(['what', 'value', ''], righe))
    console.log('\nOne scheda by codice fiscale, median of 3,000, one transaction each:\n')
    console.log(
      tabella(['schede in the register', 'read and recorded', 'read alone', 'read and one more write'], letture),
    )
    const dopo = new pg.Client({ connectionString: server.url })
    await dopo.connect()
    await dopo.query(VUOTA)
    await dopo.end()
    for (const misura of Object.values(SUL_REGISTRO)) await misura(server.url, lavoro)
  } finally {
    await server.stop()
    rmSync(lavoro, { recursive: true, force: true })
  }
}

async function stampaIstantanea(url: string) {
  const { conte, letture } = await misuraIstantanea(url)
  console.log('\nThe nightly count, median of five:\n')
  console.log(tabella(['movements', 'count of a night', 'fastest, slowest', 'without earlier sums'], conte))
  console.log('\nWhat pages read of it, 50 times:\n')
  console.log(tabella(['query', 'median', 'third fastest'], letture))
}

async function stampaOperazioni(url: string, lavoro: string) {
  for (const { titolo, testa, righe } of await misuraOperazioni(url, lavoro))
    console.log(`\n${titolo}:\n\n${tabella(testa, righe)}`)
}

async function stampaAccessi(url: string) {
  const { carichi, altro } = await misuraAccessi(url)
  console.log('\nRecording a reading, eight connections, five turns of three seconds:\n')
  console.log(tabella(['what', 'readings', 'beside recorded alone'], carichi))
  console.log('')
  console.log(tabella(['what', 'time', ''], altro))
}

function tabella(testa: string[], righe: string[][]): string {
  return [testa, testa.map(() => '---'), ...righe].map(r => `| ${r.join(' | ')} |`).join('\n')
}

async function file(lavoro: string, soggetti: number): Promise<string> {
  const dove = join(lavoro, `file-${soggetti}`)
  console.error(`writing ${soggetti} invented schede…`)
  await scriviCartella(
    { comune: ISTAT, soggetti, aire: Math.floor(soggetti / 11), seme: 1, versione: 1, estratta: '2026-11-25' },
    dove,
  )
  return dove
}

async function inFiglio(url: string, dove: string): Promise<Misura> {
  console.error('subentro…')
  const p = fork(import.meta.filename, ['figlio', url, dove])
  return await new Promise((si, no) => {
    p.on('message', m => si(m as Misura))
    p.on('exit', codice => no(new Error(`the measured process ended with ${codice}`)))
  })
}

/** The rows that subentro has written, out and in again. @returns seconds of the way in */
async function copiaNuda(admin: pg.Client, lavoro: string): Promise<number> {
  console.error('bare COPY…')
  for (const t of TABELLE)
    await pipeline(admin.query(copyTo(`copy ${t} to stdout`)), createWriteStream(join(lavoro, t)))
  await admin.query(VUOTA)
  await admin.query('checkpoint')
  const inizio = performance.now()
  await admin.query('begin')
  for (const t of TABELLE)
    await pipeline(
      createReadStream(join(lavoro, t), { highWaterMark: 1 << 20 }),
      admin.query(copyFrom(`copy ${t} from stdin`)),
    )
  await admin.query('commit')
  const secondi = (performance.now() - inizio) / 1000
  await admin.query(VUOTA)
  await admin.query('checkpoint')
  return secondi
}

/** For information: how long libxml2 takes only to validate the same files, one after another. */
async function xmllint(lavoro: string, dove: string): Promise<string[]> {
  const nome = '`xmllint --stream --schema` of the same files, for information'
  const xsd = join(import.meta.dirname, '../../../shared/reference/wsdl/comuni/subentro.xsd')
  if (spawnSync('xmllint', ['--version']).error || !existsSync(xsd))
    return [nome, 'not measured', 'needs xmllint and ../shared/reference']
  let secondi = 0
  let byte = 0
  for (const f of readdirSync(dove)) {
    const xml = join(lavoro, 'uno.xml')
    await pipeline(createReadStream(join(dove, f)), createGunzip(), createWriteStream(xml))
    byte += statSync(xml).size
    const inizio = performance.now()
    execFileSync('xmllint', ['--stream', '--noout', '--schema', xsd, xml], { stdio: 'ignore' })
    secondi += (performance.now() - inizio) / 1000
  }
  return [nome, `${secondi.toFixed(1)} s`, `${Math.round(byte / 1e6)} MB of XML`]
}
