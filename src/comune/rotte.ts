import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { type Contesto, operatoreDi } from './contesto.ts'
import { PaginaComune } from './PaginaComune.tsx'

/** The comune at work: requests of its citizens, and its part of the register. */
export const rotte: FastifyPluginAsyncTypebox<Contesto> = async (app, { sito, oggi }) => {
  app.get('/com', { config: { ammessi: ['ufficiale'] } }, async (req, reply) =>
    reply.html(PaginaComune({ sito, chi: operatoreDi(req), oggi: oggi() })),
  )
}
