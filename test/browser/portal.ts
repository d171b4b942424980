import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import Fastify, { type FastifyInstance } from 'fastify'
import { carica } from '../../src/anagrafe/territorio/carica.ts'
import { type Db, migrate, openDb, prepareDatabase, startEmbedded } from '../../src/db/index.ts'
import { rotte as rotteDemo, rotteOperatoriDemo } from '../../src/demo/index.ts'
import { altrove, contaVisite, daSessione, type OpzioniAccesso, rotte as portale } from '../../src/portale/index.ts'
import { RADICE } from '../../src/radice.ts'
import { it, type Sito } from '../../src/ui/index.ts'
import { type Riconosci, type Risorse, type Rotta, readAssets, serverOptions, web } from '../../src/web/index.ts'
import { paeseDiProva } from '../paese.ts'

export interface Assets {
  folder: string
  risorse: Risorse
}

// Plain JavaScript, run before anything is built: it has no types of its own.
export const {
  costruisciStili,
}: { costruisciStili: (folders: { radice: string; uscita: string }) => Promise<object> } = await import(
  pathToFileURL(join(RADICE, 'bin/styles.mjs')).href
)

const { costruisci }: { costruisci: () => Promise<void> } = await import(
  pathToFileURL(join(RADICE, 'bin/prepare.mjs')).href
)

/** Styles and pictures as the program has them, built anew where a source has changed. */
export async function buildAssets(): Promise<Assets> {
  await costruisci()
  const folder = join(RADICE, 'dist/statici')
  return { folder, risorse: await readAssets(folder) }
}

export interface PortalOptions {
  risorse: Risorse
  /** Filled by `paeseDiProva`, or empty. */
  db: Db
  /** The instant that the pages take for now (ISO 8601): a Wednesday at noon. */
  adesso?: string
  /** a clock instead of one instant */
  orologio?: () => string
  demo?: { scala: number }
  indirizzo?: string
  riconosci?: Riconosci
  /** Milliseconds for which the newest snapshot is not looked up again; 0 unless said, so that tests see at once. */
  fresca?: number
  /** Log lines, as text. */
  log?: { write: (line: string) => void }
  /** Of the citizens' door. */
  accesso?: Partial<OpzioniAccesso>
  /** More routes, registered where the zones are. */
  zona?: (app: FastifyInstance, di: { db: Db; sito: Sito; oggi: () => string; adesso: () => string }) => void
}

export interface Portal {
  app: FastifyInstance
  rotte: readonly Rotta[]
}

/** A server as server.ts makes it, on a database of the test's. */
export async function portal(options: PortalOptions): Promise<Portal> {
  const { risorse, demo, indirizzo, db } = options
  const adesso = options.orologio ?? (() => options.adesso ?? '2026-11-25T11:00:00Z')
  const sito: Sito = { testi: it, demo, indirizzo, adesso, risorsa: risorse.indirizzo }
  const oggi = () => '2026-11-25'
  const app = Fastify({ ...serverOptions({ sito, oggi }), logger: options.log ? { stream: options.log } : false })
  const visite = contaVisite(db, oggi)
  const accesso: OpzioniAccesso = { durate: { inattiva: 15, massima: 480 }, minori: true, ...options.accesso }
  const riconosci = options.riconosci ?? daSessione({ db, adesso, indirizzo, durate: accesso.durate })
  const rotte = web(app, { sito, oggi, risorse, altrove, riconosci, visita: visite.conta })
  app.addHook('onClose', visite.ferma)
  app.register(portale, {
    db,
    sito,
    oggi,
    adesso,
    fresca: options.fresca ?? 0,
    contributo: { dal: '2018-02-01', al: '2021-12-31' },
    accesso,
  })
  if (demo) {
    app.register(rotteDemo, { sito, oggi })
    app.register(rotteOperatoriDemo, { db, sito, oggi, adesso, durate: accesso.durate })
  }
  options.zona?.(app, { db, sito, oggi, adesso })
  await app.ready()
  return { app, rotte }
}

/** A PostgreSQL of its own with the sample country, for programs that are no tests. */
export async function embeddedCountry(): Promise<{ db: Db; stop: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'anpr-paese-'))
  const server = await startEmbedded(folder)
  await prepareDatabase(server.url)
  const owner = openDb({ url: server.url, ruolo: 'anpr_migra', max: 1 })
  await migrate(owner)
  await owner.tx(carica)
  await owner.close()
  await paeseDiProva(server.url)
  const db = openDb({ url: server.url, ruolo: 'anpr_web', max: 4 })
  return {
    db,
    stop: async () => {
      await db.close()
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
