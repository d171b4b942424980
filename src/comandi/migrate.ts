import { apriDatabase } from '../database.ts'
import type { Argomenti } from './comando.ts'

export async function esegui({ config, fermo }: Argomenti): Promise<number> {
  const database = await apriDatabase(config, fermo)
  await database.close()
  console.log(
    database.migrazioni.length > 0
      ? `Applicate le migrazioni ${database.migrazioni.join(', ')}.`
      : 'La base dati era già alla versione di questo programma.',
  )
  return 0
}
