import { aggiornaDecodifiche, carica, caricaTerritorio, type Territorio } from './anagrafe/index.ts'
import type { Config } from './config.ts'
import { migrate, openDb, prepareDatabase, startEmbedded } from './db/index.ts'
import { creaDemo } from './demo/index.ts'

/** The database, up and at this program's version, with its reference data. */
export interface Database {
  readonly url: string
  /** the migrations that were applied now */
  readonly migrazioni: readonly number[]
  territorio(): Promise<Territorio>
  close(): Promise<void>
}

/** The migration that makes the table `demo`. */
const DEMO = 5

/** Opens the database that the settings name, starting the embedded one where they name none. The embedded one is born
 *  a demo, whichever command bears it.
 *  @param fermo when it is aborted the embedded PostgreSQL stops (unless others use it): whatever runs on it fails */
export async function apriDatabase(config: Config, fermo: AbortSignal): Promise<Database> {
  const incorporato = config.databaseUrl ? undefined : await startEmbedded(config.dataDir)
  const url = config.databaseUrl ?? incorporato!.url
  fermo.addEventListener('abort', () => incorporato?.stop())
  try {
    fermo.throwIfAborted()
    await prepareDatabase(url)
    const db = openDb({ url, ruolo: 'anpr_migra', max: 2 })
    try {
      const migrazioni = await migrate(db)
      if (incorporato && migrazioni.includes(DEMO)) await creaDemo(db, config.demoScala)
      await db.tx(carica)
      await db.tx(aggiornaDecodifiche)
      return {
        url,
        migrazioni,
        territorio: async () => {
          const lettura = openDb({ url, ruolo: 'anpr_web', max: 2 })
          return await caricaTerritorio(lettura).finally(() => lettura.close())
        },
        close: async () => incorporato?.stop(),
      }
    } finally {
      await db.close()
    }
  } catch (e) {
    await incorporato?.stop()
    throw e
  }
}
