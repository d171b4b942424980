import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { TUTTI } from '../../web/index.ts'
import type { Contesto } from '../contesto.ts'
import { PaginaNotizia, PaginaNotizie } from './PaginaNotizie.tsx'
import { PaginaStoria } from './PaginaStoria.tsx'
import { rss } from './rss.ts'

const PUBBLICA = { config: { ammessi: TUTTI } }

/** News, their feed, and the history. */
export const rotteNotizie: FastifyPluginAsyncTypebox<Contesto> = async (app, { sito }) => {
  app.get('/notizie', PUBBLICA, async (_req, reply) => reply.html(PaginaNotizie({ sito })))
  app.get('/notizie/rss.xml', PUBBLICA, async (req, reply) =>
    reply.type('application/rss+xml; charset=utf-8').send(rss(sito, sito.indirizzo ?? `${req.protocol}://${req.host}`)),
  )
  app.get<{ Params: { slug: string } }>('/notizie/:slug', PUBBLICA, async (req, reply) => {
    const notizia = sito.testi.notizie.elenco.find(n => n.slug === req.params.slug)
    return notizia ? reply.html(PaginaNotizia({ sito, notizia })) : reply.callNotFound()
  })
  app.get('/storia', PUBBLICA, async (_req, reply) => reply.html(PaginaStoria({ sito })))
}
