import type { Canale, Messaggi, Messaggio } from '../../identita/index.ts'

export interface Ricevuto extends Messaggio {
  /** ISO 8601 */
  arrivato: string
}

/** The mailbox and telephone of everybody in the demo: takes what would go out and shows it under `/demo-posta`. Held in
 *  memory, the newest only; nothing leaves the machine. */
export interface Cassetta extends Messaggi {
  /** newest first */
  ricevuti(): readonly Ricevuto[]
}

const QUANTI = 50
export function cassetta(o: { adesso: () => string; canali?: readonly Canale[] }): Cassetta {
  const posta: Ricevuto[] = []
  return {
    canali: new Set(o.canali ?? (['email', 'sms', 'pec'] as const)),
    async spedisci(m) {
      if (!posta.some(r => r.id === m.id)) posta.unshift({ ...m, arrivato: o.adesso() })
      posta.length = Math.min(posta.length, QUANTI)
      return '250 demo'
    },
    ricevuti: () => posta,
  }
}
