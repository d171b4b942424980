import type { FastifyReply } from 'fastify'
import type { Db } from '../db/index.ts'
import type { DoveAperta } from '../richieste/index.ts'
import type { Istantanea } from '../statistiche/index.ts'
import type { Sito } from '../ui/index.ts'
import { isShared, keptPages } from '../web/index.ts'
import type { OpzioniAccesso } from './accesso/contesto.ts'
import type { Finestra } from './contributo/contributo.ts'
import { giornate, restano } from './giornata.ts'

/** What the portal is given. */
export interface OpzioniPortale {
  db: Db
  sito: Sito
  /** the law's today, AAAA-MM-GG */
  oggi: () => string
  /** this instant, ISO 8601 */
  adesso: () => string
  /** For how many milliseconds the answer to "which is the newest snapshot?" is believed; a second unless said. */
  fresca?: number
  /** when comuni may ask for the contribution */
  contributo: Finestra
  accesso: OpzioniAccesso
}

/** What each part of the portal gets. */
export interface Contesto extends OpzioniPortale {
  /** Sends a page that depends only on the newest snapshot and on `chiave` (its path and whatever of the query counts,
   *  already checked): it is drawn once, then kept until the next change (a new snapshot, a new day, the helpdesk opens
   *  or closes, a comune begins to take requests). `reply.type` before makes it something else than HTML.
   *  A known caller gets it drawn for him alone, and nobody keeps it.
   *  @param disegna gets the snapshot; undefined before the first. What it throws is not kept */
  diGiornata(
    reply: FastifyReply,
    chiave: string,
    disegna: (i: Istantanea | undefined, rettifica: DoveAperta | undefined) => JSX.Element | Promise<JSX.Element>,
  ): Promise<FastifyReply>
}

const CONSERVATE = 32 * 2 ** 20

export function contesto(o: OpzioniPortale): Contesto {
  const giornata = giornate(o)
  const pagine = keptPages(CONSERVATE)
  return {
    ...o,
    async diGiornata(reply, chiave, disegna) {
      const asked = giornata()
      const g = asked instanceof Promise ? await asked : asked
      if (!isShared(reply)) return reply.html(await disegna(g.istantanea, g.rettifica))
      const pagina = pagine.page(g.segno, chiave, async () => disegna(g.istantanea, g.rettifica))
      if (!(pagina instanceof Promise)) return reply.body(pagina, restano(g, g.letta))
      return reply.body(await pagina, restano(g, Date.parse(o.adesso()))) // drawing took its time
    },
  }
}
