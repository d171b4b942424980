import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import Fastify, { type FastifyInstance } from 'fastify'
import { rotte as rotteDemo } from '../../src/demo/index.ts'
import { type CifreHome, rotte as portale } from '../../src/portale/index.ts'
import { RADICE } from '../../src/radice.ts'
import { it, type Sito } from '../../src/ui/index.ts'
import { type Riconosci, type Risorse, type Rotta, readAssets, serverOptions, web } from '../../src/web/index.ts'

/** Figures of the real portal on 8 April 2021. */
export const CIFRE: CifreHome = {
  giorno: '2021-04-08',
  cittadini: 63_313_066,
  residenti: 57_612_455,
  aire: 5_700_611,
  comuniIn: 7383,
  comuniPianificati: 85,
  comuniNonIn: 435,
  comuniTotali: 7903,
}

export interface Assets {
  folder: string
  risorse: Risorse
  remove: () => Promise<void>
}

// Plain JavaScript, run before anything is built: it has no types of its own.
export const {
  costruisciStili,
}: { costruisciStili: (folders: { radice: string; uscita: string }) => Promise<object> } = await import(
  pathToFileURL(join(RADICE, 'bin/styles.mjs')).href
)

/** Builds styles and pictures into a folder of its own. */
export async function buildAssets(): Promise<Assets> {
  const parent = await mkdtemp(join(tmpdir(), 'anpr-statici-'))
  const folder = join(parent, 'statici')
  await costruisciStili({ radice: RADICE, uscita: folder })
  return { folder, risorse: await readAssets(folder), remove: () => rm(parent, { recursive: true, force: true }) }
}

export interface PortalOptions {
  risorse: Risorse
  cifre?: CifreHome | undefined
  demo?: { scala: number }
  indirizzo?: string
  riconosci?: Riconosci
  /** Log lines, as text. */
  log?: { write: (line: string) => void }
  /** More routes, registered where the zones are. */
  zona?: (app: FastifyInstance) => void
}

export interface Portal {
  app: FastifyInstance
  rotte: readonly Rotta[]
}

/** A server as server.ts makes it, with sample figures. */
export async function portal(options: PortalOptions): Promise<Portal> {
  const { risorse, demo, indirizzo, cifre } = options
  const sito: Sito = { testi: it, demo, indirizzo, risorsa: risorse.indirizzo }
  const oggi = () => '2026-11-25'
  const app = Fastify({ ...serverOptions({ sito, oggi }), logger: options.log ? { stream: options.log } : false })
  const rotte = web(app, { sito, oggi, risorse, riconosci: options.riconosci })
  app.register(portale, { sito, oggi, cifre: async () => cifre })
  if (demo) app.register(rotteDemo, { sito, oggi })
  options.zona?.(app)
  await app.ready()
  return { app, rotte }
}
