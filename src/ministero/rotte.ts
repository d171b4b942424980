import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { type Contesto, operatoreDi } from './contesto.ts'
import { PaginaMinistero } from './PaginaMinistero.tsx'

/** The ministry: the country's numbers, and the tables of data. */
export const rotte: FastifyPluginAsyncTypebox<Contesto> = async (app, { sito, oggi }) => {
  app.get('/ministero', { config: { ammessi: ['ministero'] } }, async (req, reply) =>
    reply.html(PaginaMinistero({ sito, chi: operatoreDi(req), oggi: oggi() })),
  )
}
