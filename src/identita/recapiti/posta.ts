import type { Db, Tx } from '../../db/index.ts'
import { type Messaggi, NonSpedito } from './messaggi.ts'
import { type EsitoMessaggio, prendi, segnaTentativo } from './posta.query.ts'

/** How many went out, are tried again, will never go. */
export interface EsitoPosta {
  consegnati: number
  rimandati: number
  persi: number
}

/** Longer than a carrier may take: when a worker dies while sending, its message comes back after this. */
const MENTRE_SI_SPEDISCE = 120
/** Seconds until the next attempt: a quarter of a minute, then twice as long each time; ten minutes at most, since a code lives
 *  ten, or a twentieth of the time for which the message is of use: six hours of five days.
 *  @param vita seconds for which it is of use */
export const attesa = (tentativi: number, vita = 0): number =>
  Math.min(15 * 2 ** (tentativi - 1), Math.max(600, vita / 20))

/** An attempt; with an outcome it was the last. */
export interface Tentativo {
  riuscito: boolean
  risposta: string
  esito?: EsitoMessaggio
}

/** Sends what is due, message by message, each outside any transaction. Several may run at once. Where the carrier is away
 *  the rest waits too: one attempt a run is enough to learn it. A message that went out while its worker died goes out again,
 *  under the same Message-ID.
 *  @param o.dopo is told of each attempt in the transaction that records it */
export async function spedisci(
  db: Db,
  porta: Messaggi,
  o: { adesso(): string; massimo?: number; dopo?: (tx: Tx, messaggio: string, t: Tentativo) => Promise<unknown> },
): Promise<EsitoPosta> {
  const conto: EsitoPosta = { consegnati: 0, rimandati: 0, persi: 0 }
  for (let n = 0; n < (o.massimo ?? 500); n++) {
    const m = await db.tx(tx => prendi(tx, o.adesso(), MENTRE_SI_SPEDISCE))
    if (!m) break
    const segna = (t: Tentativo & { traSecondi?: number }) =>
      db.tx(async tx => {
        await segnaTentativo(tx, { messaggio: m.id, adesso: o.adesso(), ...t })
        await o.dopo?.(tx, m.id, t)
      })
    if (m.scaduto) {
      await segna({ riuscito: false, risposta: 'too late', esito: 'scaduto' })
      conto.persi++
      continue
    }
    try {
      const risposta = await porta.spedisci(m)
      await segna({ riuscito: true, risposta, esito: 'consegnato' })
      conto.consegnati++
    } catch (e) {
      if (!(e instanceof NonSpedito)) throw e
      if (e.perSempre) {
        await segna({ riuscito: false, risposta: e.message, esito: 'rifiutato' })
        conto.persi++
        continue
      }
      await segna({ riuscito: false, risposta: e.message, traSecondi: attesa(m.tentativi, m.vita) })
      conto.rimandati++
      break
    }
  }
  return conto
}

/** Runs a job at once whenever it is woken, one run at a time: a person waits for her code. */
export function svegliabile(lavoro: () => Promise<unknown>): () => void {
  let inCorso = false
  let ancora = false
  const gira = async () => {
    if (inCorso) {
      ancora = true
      return
    }
    inCorso = true
    try {
      do {
        ancora = false
        await lavoro()
      } while (ancora)
    } finally {
      inCorso = false
    }
  }
  // What fails is tried again by the job of the minute, which says so in the log.
  return () => void gira().catch(() => {})
}
