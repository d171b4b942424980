import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type as T } from 'typebox'
import { chiudiOperatore } from '../../identita/index.ts'
import { biscotti, freno, nostroPercorso, TUTTI } from '../../web/index.ts'
import type { Contesto } from '../contesto.ts'
import { rotteIngresso } from './ingresso.ts'
import { PaginaPorta } from './PaginaPorta.tsx'

/** The door of those who work in the register: comuni, prefetture, the ministry. */
export const rotteOperatori: FastifyPluginAsyncTypebox<Contesto> = async (app, c) => {
  const { db, sito, oggi, accesso } = c
  const b = biscotti(sito.indirizzo)
  await app.register(rotteIngresso, c)
  app.get(
    '/accesso/operatori',
    {
      config: { ammessi: TUTTI },
      schema: { querystring: T.Object({ dopo: T.Optional(T.Unknown()), esito: T.Optional(T.Unknown()) }) },
      onRequest: freno(600),
    },
    async (req, reply) => {
      const dopo = nostroPercorso(req.query.dopo)
      if (dopo !== undefined) b.metti(reply, 'dopo', dopo)
      const page = PaginaPorta({
        sito,
        esito: String(req.query.esito ?? ''),
        oggi: oggi(),
        dopo,
        carta: accesso.operatori?.postazioni !== undefined,
        soloDaPostazione: accesso.operatori?.soloDaPostazione ?? false,
        certificati: accesso.carteDemo,
      })
      return reply.header('cache-control', 'no-store').html(page)
    },
  )
  app.post(
    '/accesso/operatori/esci',
    { config: { ammessi: ['ufficiale', 'prefettura', 'ministero'] } },
    async (req, reply) => {
      await db.tx(tx => chiudiOperatore(tx, b.leggi(req, 'operatore')))
      b.togli(reply, 'operatore')
      return reply.header('cache-control', 'no-store').redirect('/accesso/operatori?esito=uscita', 303)
    },
  )
}
