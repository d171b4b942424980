import type { FastifyInstance, FastifyRequest } from 'fastify'
import { ANONIMO, type Chiamante } from '../accessi/index.ts'
import type { Sessione, SessioneOperatore } from '../identita/index.ts'

declare module 'fastify' {
  interface FastifyRequest {
    chiamante: Chiamante
    /** A citizen's open session; undefined for anyone else, and on pages open to everyone (but see `config.sessione`). */
    sessione: Sessione | undefined
    /** The open session of an operator, on the routes of operators. */
    operatore: SessioneOperatore | undefined
  }
  interface FastifyContextConfig {
    /** A page open to everyone that wants to know whether a citizen has come in. Others do not look: what is public is
     *  read without saying by whom, and is the same for all. */
    sessione?: true
  }
}

/** Says who is calling. Of a citizen it also sets `req.sessione`, of an operator `req.operatore`. */
export type Riconosci = (req: FastifyRequest) => Chiamante | Promise<Chiamante>

/** The one place where a request gets its caller. Login replaces `riconosci`, nothing else. */
export function caller(app: FastifyInstance, riconosci: Riconosci = () => ANONIMO): void {
  app.decorateRequest('chiamante')
  app.decorateRequest('sessione')
  app.decorateRequest('operatore')
  app.addHook('onRequest', (req, _reply, done) => {
    req.chiamante = ANONIMO // so that the error page has one even where recognising fails
    const chi = riconosci(req)
    if (!(chi instanceof Promise)) {
      req.chiamante = chi
      return done()
    }
    chi.then(c => {
      req.chiamante = c
      done()
    }, done)
  })
}
