import { carica, caricaTerritorio, type Territorio } from './anagrafe/index.ts'
import type { Config } from './config.ts'
import { migrate, openDb, prepareDatabase, startEmbedded } from './db/index.ts'

/** The database, up and at this program's version, with its reference data. */
export interface Database {
  readonly url: string
  /** the migrations that were applied now; all of them on a new database */
  readonly migrazioni: readonly number[]
  /** whether it is the embedded PostgreSQL, which alone may become a demo */
  readonly incorporato: boolean
  territorio(): Promise<Territorio>
  close(): Promise<void>
}

/** Opens the database that the settings name, starting the embedded one where they name none. */
export async function apriDatabase(config: Config): Promise<Database> {
  const incorporato = config.databaseUrl ? undefined : await startEmbedded(config.dataDir)
  const url = config.databaseUrl ?? incorporato!.url
  try {
    await prepareDatabase(url)
    const db = openDb({ url, ruolo: 'anpr_migra', max: 2 })
    try {
      const migrazioni = await migrate(db)
      await db.tx(carica)
      return {
        url,
        migrazioni,
        incorporato: incorporato !== undefined,
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
