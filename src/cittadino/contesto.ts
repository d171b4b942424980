import type { FastifyRequest } from 'fastify'
import type { Motivo } from '../accessi/index.ts'
import type { Db } from '../db/index.ts'
import type { Durate, Inad, Messaggi, Sessione } from '../identita/index.ts'
import type { OpzioniAllegati } from '../richieste/index.ts'
import type { Sito } from '../ui/index.ts'
import { rifiuto } from '../web/index.ts'

/** What the citizens' area is given. */
export interface Contesto {
  db: Db
  sito: Sito
  /** the law's today, AAAA-MM-GG */
  oggi: () => string
  /** this instant, ISO 8601 */
  adesso: () => string
  /** how long sessions last */
  durate: Durate
  /** how she is reached, and what INAD says of her */
  profilo: {
    /** what carries messages out of this installation */
    canali: Messaggi['canali']
    /** wakes the job that sends them */
    sveglia: () => void
    /** undefined: not connected */
    inad: Inad | undefined
  }
  /** the documents of requests */
  allegati: OpzioniAllegati
}

/** Every route of the area says so. */
export const CITTADINO = { config: { ammessi: ['cittadino'] } } as const
/** And those that are open to who is under eighteen too: her own data, nothing in anybody's name. */
export const ANCHE_MINORI = { config: { ammessi: ['cittadino'], minori: true } } as const

/** Whose page it is. Who she is comes from here and from nowhere else: no address and no form says it. */
export function sessioneDi(req: FastifyRequest): Sessione {
  const { sessione } = req
  if (!sessione) throw rifiuto(403, 'no session')
  return sessione
}

/** Why one's own data are read: `pagina` is the page, with its section. */
export const motivoDi = (req: FastifyRequest, pagina: string): Motivo => ({
  chi: req.chiamante,
  finalita: 'visura',
  servizio: pagina,
})
