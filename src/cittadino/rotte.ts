import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { CITTADINO, type Contesto, sessioneDi } from './contesto.ts'
import { rotteDichiarazioni } from './dichiarazioni/rotte.ts'
import { PaginaArea } from './PaginaArea.tsx'
import { rotteVisura } from './visura/rotte.ts'

/** The citizens' area: everything here is of who is in, and nobody else's. */
export const rotte: FastifyPluginAsyncTypebox<Contesto> = async (app, c) => {
  app.get('/cittadino', CITTADINO, async (req, reply) => {
    const sessione = sessioneDi(req)
    const prima = await c.accessoPrecedente?.(sessione)
    return reply.html(PaginaArea({ sito: c.sito, sessione, prima, oggi: c.oggi() }))
  })
  await app.register(rotteVisura, c)
  await app.register(rotteDichiarazioni, c)
}
