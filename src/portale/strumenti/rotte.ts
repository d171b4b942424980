import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { caricaDecodifiche, tabelleDecodifica } from '../../anagrafe/index.ts'
import { TUTTI } from '../../web/index.ts'
import type { Contesto } from '../contesto.ts'
import { PaginaDomande } from './PaginaDomande.tsx'
import { PaginaDecodifica, PaginaStrumenti } from './PaginaStrumenti.tsx'

const PUBBLICA = { config: { ammessi: TUTTI } }

/** For who works with ANPR, and for who asks. */
export const rotteStrumenti: FastifyPluginAsyncTypebox<Contesto> = async (app, { db, sito }) => {
  app.get('/strumenti-di-lavoro', PUBBLICA, async (_req, reply) => reply.html(PaginaStrumenti({ sito })))
  app.get('/strumenti-di-lavoro/tabelle-di-decodifica', PUBBLICA, async (_req, reply) => {
    const codici = await caricaDecodifiche(db)
    const tabelle = tabelleDecodifica().map(t => ({ ...t, voci: codici.voci(t.nome) }))
    return reply.html(PaginaDecodifica({ sito, tabelle }))
  })
  app.get('/domande-frequenti', PUBBLICA, async (_req, reply) => reply.html(PaginaDomande({ sito })))
}
