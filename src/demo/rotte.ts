import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { Sito } from '../ui/index.ts'
import { TUTTI } from '../web/index.ts'
import { PaginaDemo } from './PaginaDemo.tsx'
import type { Cassetta } from './posta/cassetta.ts'
import { PaginaPosta } from './posta/PaginaPosta.tsx'
import { STORIE } from './storie/elenco.ts'

/** What only a demo has; `applicazione.ts` registers it on no other database. */
export const rotte: FastifyPluginAsyncTypebox<{
  sito: Sito
  oggi: () => string
  /** where what the demo sends arrives; without one there is no mailbox page */
  posta?: Cassetta
}> = async (app, { sito, oggi, posta }) => {
  app.get('/demo', { config: { ammessi: TUTTI } }, async (_req, reply) =>
    reply.html(PaginaDemo({ sito, storie: STORIE, oggi: oggi() })),
  )
  if (posta)
    app.get('/demo-posta', { config: { ammessi: TUTTI } }, async (_req, reply) =>
      reply
        .header('cache-control', 'no-store')
        .type('text/html; charset=utf-8')
        .send(await PaginaPosta({ sito, ricevuti: posta.ricevuti(), oggi: oggi() })),
    )
}
