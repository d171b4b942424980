import type { FastifyInstance } from 'fastify'
import { csrf } from './area.ts'
import { assets, type Risorse } from './assets.ts'
import { caller, type Riconosci } from './caller.ts'
import { biscotti, cookies } from './cookies.ts'
import { errors, type OpzioniErrori } from './errors.ts'
import { forms } from './forms.ts'
import { html } from './html.ts'
import { permissions, type Rotta } from './permissions.ts'
import { requestLog } from './request-log.ts'
import { addSecurityHeaders } from './security-headers.ts'
import { visits } from './visits.ts'

export interface OpzioniWeb extends OpzioniErrori {
  risorse: Risorse
  /** Who is calling; everyone is anonymous unless said. */
  riconosci?: Riconosci
  /** Told of each public page that was shown, by its route. */
  visita?: (rotta: string) => void
}

/**
 * Sets up everything that all zones share. The order matters, hooks see only what is registered after them:
 * headers first, so that refusals have them too; who is calling, then who may; zones are registered after this.
 * Returns the table of routes, complete after `app.ready()`.
 */
export function web(app: FastifyInstance, opzioni: OpzioniWeb): readonly Rotta[] {
  html(app)
  cookies(app)
  errors(app, opzioni)
  requestLog(app)
  addSecurityHeaders(app)
  if (opzioni.visita) visits(app, opzioni.visita)
  caller(app, opzioni.riconosci)
  const { sito, oggi } = opzioni
  const area = { sito, oggi, biscotti: biscotti(sito.indirizzo) }
  const rotte = permissions(app, area)
  forms(app)
  csrf(app, area)
  assets(app, opzioni.risorse)
  return rotte
}
