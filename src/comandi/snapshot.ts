import { apriDatabase } from '../database.ts'
import { openDb } from '../db/index.ts'
import { oggi } from '../orologio.ts'
import { nazione, scattaConteggio } from '../statistiche/index.ts'
import { type Comando, ErroreDiUso } from './comando.ts'

export const snapshot: Comando = {
  uso: '[--giorno AAAA-MM-GG]',
  spiega: 'Conta il registro come stava alla mezzanotte che apre il giorno: le cifre del portale. Si può ripetere.',
  opzioni: { giorno: '=il giorno (oggi)' },
  async esegui({ config, fermo, valore }) {
    const giorno = valore('giorno') ?? oggi()
    if (!/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(giorno) || giorno > oggi())
      throw new ErroreDiUso(`--giorno ${giorno}: scrivi un giorno AAAA-MM-GG, non dopo oggi`)
    const database = await apriDatabase(config, fermo)
    const db = openDb({ url: database.url, ruolo: 'anpr_job', max: 2 })
    try {
      await db.tx(tx => scattaConteggio(tx, giorno))
      const n = await nazione(db, giorno)
      if (n) console.log(`Fatto. Il ${giorno}: ${n.residenti_in + n.aire_in} cittadini, ${n.comuni_in} comuni in ANPR.`)
      return 0
    } finally {
      await db.close()
      await database.close()
    }
  },
}
