import type { FastifyRequest } from 'fastify'
import type { Motivo } from '../accessi/index.ts'
import type { Territorio } from '../anagrafe/index.ts'
import type { Cifra, Db } from '../db/index.ts'
import type { SessioneOperatore } from '../identita/index.ts'
import type { ChiMuove } from '../richieste/index.ts'
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
  /** whom the comuni of the trial call */
  assistenza: string
  /** opens the documents of requests; undefined: this installation has no key for them */
  cifra: Cifra | undefined
  territorio: () => Promise<Territorio>
}

/** An officer of a comune at work. */
export type Ufficiale = SessioneOperatore & { readonly comune: number }

/** Who works here. Which seat's data she sees comes from here and from nowhere else: no address and no form says it. */
export function operatoreDi(req: FastifyRequest): Ufficiale {
  const { operatore } = req
  if (operatore?.comune === undefined) throw rifiuto(403, 'no officer of a comune')
  return { ...operatore, comune: operatore.comune }
}

/** By what routes ask for more than coming in. */
export const LEGGE = { config: { ammessi: ['ufficiale'], facolta: 'leggere' } } as const
export const TRATTA = { config: { ammessi: ['ufficiale'], facolta: 'trattare' } } as const
export const ABILITA = { config: { ammessi: ['ufficiale'], facolta: 'abilitare' } } as const

/** Why data are read: `pagina` is the page; the officer's comune answers for it. */
export const motivoDi = (chi: Ufficiale, pagina: string, sezioni?: readonly string[]): Motivo => ({
  chi: { ruolo: chi.ruolo, id: chi.operatore, comune: chi.comune },
  finalita: 'verifica',
  servizio: pagina,
  ...(sezioni && { sezioni }),
})

export const muove = (chi: Ufficiale): ChiMuove => ({ mano: 'comune', id: chi.operatore, comune: chi.comune })
