import { apriDatabase, type Database } from '../database.ts'
import { type Db, openDb, type Ruolo } from '../db/index.ts'
import type { Argomenti } from './comando.ts'

/** The database open for one command, as one of its roles; closed again whatever happens. */
export async function conDatabase<T>(
  { config, fermo }: Argomenti,
  { ruolo, max = 1 }: { ruolo: Ruolo; max?: number },
  fai: (db: Db, database: Database) => Promise<T>,
): Promise<T> {
  const database = await apriDatabase(config, fermo)
  const db = openDb({ url: database.url, ruolo, max })
  try {
    return await fai(db, database)
  } finally {
    await db.close()
    await database.close()
  }
}
