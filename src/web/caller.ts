import type { FastifyInstance, FastifyRequest } from 'fastify'
import { ANONIMO, type Chiamante } from '../accessi/index.ts'

declare module 'fastify' {
  interface FastifyRequest {
    chiamante: Chiamante
  }
}

export type Riconosci = (req: FastifyRequest) => Chiamante | Promise<Chiamante>

/** The one place where a request gets its caller. Login replaces `riconosci`, nothing else. */
export function caller(app: FastifyInstance, riconosci: Riconosci = () => ANONIMO): void {
  app.decorateRequest('chiamante')
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
