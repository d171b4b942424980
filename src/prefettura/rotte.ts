import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { type Contesto, operatoreDi } from './contesto.ts'
import { PaginaPrefettura } from './PaginaPrefettura.tsx'

/** The prefettura watches that its comuni answer in time: numbers, no citizen's data. */
export const rotte: FastifyPluginAsyncTypebox<Contesto> = async (app, { sito, oggi }) => {
  app.get('/prefettura', { config: { ammessi: ['prefettura'] } }, async (req, reply) =>
    reply.html(PaginaPrefettura({ sito, chi: operatoreDi(req), oggi: oggi() })),
  )
}
