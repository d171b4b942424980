import type { Ambito } from '../src/anagrafe/index.ts'
import type { Tx } from '../src/db/index.ts'
import { apriRettifica, chiedi, iniziaBozza, invia, muovi } from '../src/richieste/index.ts'
import { TERRITORIO } from './fornitura.ts'
import { OGGI } from './operazioni/prova.ts'
import { utenteN } from './utente.ts'

/** What a citizen asks of a datum; `scheda` where it is not her own. */
export interface Chiesto {
  dato: string
  testo: string
  codice?: string
  attuale?: string
  scheda?: string
}
let utenti = 5000
/** A request as a citizen has sent it, and an officer taken it in charge. */
export async function presa(
  tx: Tx,
  r: { comune: number; scheda: string; dati: readonly Chiesto[]; aperta?: true },
): Promise<{ numero: string; utente: string }> {
  const utente = utenteN(utenti++)
  const adesso = `${OGGI}T08:00:00Z`
  // Opening is for the ministry's site alone, whoever's connection this is.
  await tx.run({ nome: '', testo: 'set local role anpr_web', valori: [] })
  await apriRettifica(tx, { comune: r.comune, dal: '2026-01-01', chi: 'ministero' })
  await tx.run({ nome: '', testo: 'reset role', valori: [] })
  const b = await iniziaBozza(tx, { utente, scheda: r.scheda, comune: r.comune, adesso })
  for (const d of r.dati)
    await chiedi(tx, utente, b.id, {
      scheda: d.scheda ?? r.scheda,
      dato: d.dato,
      attuale: d.attuale ?? 'COME STA',
      chiesto: d.testo,
      codice: d.codice,
    })
  await invia(tx, utente, b.id, { adesso, recapiti: [] })
  if (!r.aperta) {
    const chi = { mano: 'comune', id: 'rossi', comune: r.comune } as const
    await muovi(tx, chi, b.id, { mossa: 'prendi', adesso })
  }
  return { numero: b.id, utente }
}

/** An officer of a comune, at ten in the morning. */
export const ufficiale = (comune: number, id = 'rossi'): Ambito => ({
  chi: { ruolo: 'ufficiale', id, comune },
  oggi: OGGI,
  adesso: `${OGGI}T09:00:00Z`,
  territorio: TERRITORIO,
})
