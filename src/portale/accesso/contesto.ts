import type { FastifyRequest } from 'fastify'
import type { Durate } from '../../identita/index.ts'

/** An identity provider as the list shows it. */
export interface Gestore {
  readonly nome: string
  /** path of ours that begins the login with it */
  readonly href: string
}

/** What the door of the citizens' area is given. */
export interface OpzioniAccesso {
  readonly durate: Durate
  /** whether who is under eighteen comes in (and then sees her own visura only) */
  readonly minori: boolean
  /** SPID's identity providers; in which order, we decide */
  gestori?(): Promise<readonly Gestore[]>
  /** path of ours that begins the login with CIE */
  readonly cie?: string | undefined
  /** address of the listener for cards; undefined: it is not open */
  cns?(req: FastifyRequest): string
  /** of those who work in the register */
  readonly operatori?: {
    /** address of the listener for workstations; undefined: it is not open */
    postazioni: ((req: FastifyRequest) => string) | undefined
    /** whether SPID, CIE and CNS let in only at an enrolled workstation */
    readonly soloDaPostazione: boolean
  }
  /** folder of a demo's invented cards */
  readonly carteDemo?: string | undefined
}
