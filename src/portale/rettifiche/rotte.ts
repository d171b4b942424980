import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { mesiRettifiche, regioniRettifiche } from '../../statistiche/index.ts'
import { TUTTI } from '../../web/index.ts'
import type { Contesto } from '../contesto.ts'
import { PaginaRettifiche, RETTIFICHE } from './PaginaRettifiche.tsx'

/** How many corrections were asked for and answered, in the country and by region, as counted at midnight. */
export const rotteRettifiche: FastifyPluginAsyncTypebox<Contesto> = async (app, { db, sito, oggi, diGiornata }) => {
  app.get(RETTIFICHE, { config: { ammessi: TUTTI } }, async (_req, reply) =>
    diGiornata(reply, RETTIFICHE, async i => {
      const regioni = i ? await regioniRettifiche(db, i.giorno) : []
      const mesi = i ? await mesiRettifiche(db, {}, i.giorno, 13) : []
      return PaginaRettifiche({ sito, giorno: i?.giorno, oggi: oggi(), regioni, mesi })
    }),
  )
}
