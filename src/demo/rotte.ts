import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { Sito } from '../ui/index.ts'
import { TUTTI } from '../web/index.ts'
import { PaginaDemo } from './PaginaDemo.tsx'
import { STORIE } from './storie/elenco.ts'

/** What only a demo has; `server.ts` registers it on no other database. */
export const rotte: FastifyPluginAsyncTypebox<{ sito: Sito; oggi: () => string }> = async (app, { sito, oggi }) => {
  app.get('/demo', { config: { ammessi: TUTTI } }, async (_req, reply) =>
    reply.html(PaginaDemo({ sito, storie: STORIE, oggi: oggi() })),
  )
}
