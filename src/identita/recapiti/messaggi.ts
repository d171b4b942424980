/** Ways to reach somebody. `pec`: certified mail, which goes out of a PEC mailbox only. */
export type Canale = 'email' | 'sms' | 'pec'

export interface Messaggio {
  /** the same at each attempt: who gets it twice can tell */
  readonly id: string
  readonly canale: Canale
  readonly destinatario: string
  readonly oggetto: string
  readonly testo: string
}

/** What carries messages out: mail server, SMS gateway. */
export interface Messaggi {
  /** what this installation has */
  readonly canali: ReadonlySet<Canale>
  /** @returns what the carrier said, without the address
   *  @throws {NonSpedito} */
  spedisci(m: Messaggio): Promise<string>
}

/** It did not go out. `perSempre`: the carrier will never take it (no such address); else it is tried again. The message
 *  of the error holds neither address nor text. */
export class NonSpedito extends Error {
  readonly perSempre: boolean
  constructor(motivo: string, perSempre: boolean) {
    super(motivo)
    this.perSempre = perSempre
  }
}

/** Several carriers as one; the first that has a channel carries it. */
export const insieme = (...portatori: readonly Messaggi[]): Messaggi => ({
  canali: new Set(portatori.flatMap(p => [...p.canali])),
  async spedisci(m) {
    const p = portatori.find(x => x.canali.has(m.canale))
    if (!p) throw new NonSpedito('no carrier', true)
    return p.spedisci(m)
  },
})
