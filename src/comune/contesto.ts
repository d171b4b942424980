import type { FastifyRequest } from 'fastify'
import type { Db } from '../db/index.ts'
import type { SessioneOperatore } from '../identita/index.ts'
import type { Sito } from '../ui/index.ts'
import { rifiuto } from '../web/index.ts'

/** What the pages of a comune are given. */
export interface Contesto {
  db: Db
  sito: Sito
  /** the law's today, AAAA-MM-GG */
  oggi: () => string
  /** this instant, ISO 8601 */
  adesso: () => string
}

/** Who works here. Which seat's data she sees comes from here and from nowhere else: no address and no form says it. */
export function operatoreDi(req: FastifyRequest): SessioneOperatore & { readonly comune: number } {
  const { operatore } = req
  if (operatore?.comune === undefined) throw rifiuto(403, 'no officer of a comune')
  return { ...operatore, comune: operatore.comune }
}
