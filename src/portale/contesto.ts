import type { FastifyReply } from 'fastify'
import type { Read } from '../db/index.ts'
import { type Istantanea, istantanea } from '../statistiche/index.ts'
import type { Sito } from '../ui/index.ts'
import type { Finestra } from './contributo/contributo.ts'

/** What the portal is given. */
export interface OpzioniPortale {
  db: Read
  sito: Sito
  /** the law's today, AAAA-MM-GG */
  oggi: () => string
  /** this instant, ISO 8601 */
  adesso: () => string
  /** when comuni may ask for the contribution */
  contributo: Finestra
}

/** What each part of the portal gets. */
export interface Contesto extends OpzioniPortale {
  /** Sends a page that depends only on the newest snapshot and on `chiave` (its path and whatever of the query counts,
   *  already checked): it is drawn once, then kept until the next change.
   *  @param disegna gets the snapshot; undefined before the first */
  diGiornata(
    reply: FastifyReply,
    chiave: string,
    disegna: (i: Istantanea | undefined) => JSX.Element | Promise<JSX.Element>,
  ): Promise<FastifyReply>
}

export const contesto = (o: OpzioniPortale): Contesto => ({
  ...o,
  diGiornata: async (reply, _chiave, disegna) => reply.html(await disegna(await istantanea(o.db))),
})
