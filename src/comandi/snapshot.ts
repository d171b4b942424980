import { oggi } from '../orologio.ts'
import { nazione, scattaConteggio } from '../statistiche/index.ts'
import type { Argomenti } from './comando.ts'
import { conDatabase } from './conDatabase.ts'

export async function esegui(a: Argomenti): Promise<number> {
  const giorno = a.valore('giorno') ?? oggi()
  return await conDatabase(a, { ruolo: 'anpr_job', max: 2 }, async db => {
    await db.tx(tx => scattaConteggio(tx, giorno))
    const n = await nazione(db, giorno)
    if (n) console.log(`Fatto. Il ${giorno}: ${n.residenti_in + n.aire_in} cittadini, ${n.comuni_in} comuni in ANPR.`)
    return 0
  })
}
