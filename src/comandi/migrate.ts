import { apriDatabase } from '../database.ts'
import type { Comando } from './comando.ts'

export const migrate: Comando = {
  uso: '',
  spiega: 'Porta lo schema della base dati alla versione di questo programma e carica i dati di riferimento.',
  opzioni: {},
  async esegui({ config, fermo }) {
    const database = await apriDatabase(config, fermo)
    await database.close()
    console.log(
      database.migrazioni.length > 0
        ? `Applicate le migrazioni ${database.migrazioni.join(', ')}.`
        : 'La base dati era già alla versione di questo programma.',
    )
    return 0
  },
}
