import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { registraAccesso } from '../../accessi/index.ts'
import { delComune, mancata } from '../../anagrafe/index.ts'
import { campi } from '../../web/index.ts'
import { type Contesto, LEGGE, motivoDi, operatoreDi } from '../contesto.ts'
import { type CausaLetta, PaginaVisure } from './PaginaVisure.tsx'

/** Why a citizen found nothing, by the number that her page showed. */
export const rotteVisure: FastifyPluginAsyncTypebox<Contesto> = async (app, c) => {
  const { db, sito, oggi } = c
  const base = { sito, assistenza: c.assistenza }
  app.get('/com/visure', LEGGE, async (req, reply) =>
    reply.html(PaginaVisure({ ...base, oggi: oggi(), chi: operatoreDi(req), scritto: '' })),
  )
  app.post('/com/visure', LEGGE, async (req, reply) => {
    const chi = operatoreDi(req)
    const scritto = (campi(req).riferimento ?? '').trim().toUpperCase().slice(0, 20)
    const letta = await db.tx(async (tx): Promise<CausaLetta | undefined> => {
      const detto = await mancata(tx, scritto)
      if (!detto) return undefined
      const nostre = await delComune(tx, chi.comune, detto.schede)
      for (const id of nostre) await registraAccesso(tx, motivoDi(chi, 'com/visure', ['codiceFiscale']), id)
      return { detto, nostre }
    })
    const errore = letta ? undefined : sito.testi.com.visure.nonTrovato
    return reply.code(letta ? 200 : 422).html(PaginaVisure({ ...base, oggi: oggi(), chi, scritto, errore, letta }))
  })
}
