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
  app.addHook('onRequest', async req => {
    req.chiamante = ANONIMO // so that the error page has one even where recognising fails
    req.chiamante = await riconosci(req)
  })
}
