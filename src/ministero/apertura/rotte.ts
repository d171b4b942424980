import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { nomiPerId } from '../../anagrafe/index.ts'
import { nomiOperatori } from '../../identita/index.ts'
import { aperture, apriRettifica, storiaAperture } from '../../richieste/index.ts'
import { campi, rifiuto } from '../../web/index.ts'
import { type Contesto, operatoreDi } from '../contesto.ts'
import { guastoFine, leggiApertura } from './leggi.ts'
import { PaginaApertura, type Scritto } from './PaginaApertura.tsx'

export const APERTURA = '/ministero/apertura'
const VEDE = { config: { ammessi: ['ministero'] } } as const
const CAMBIA = { config: { ammessi: ['ministero'], facolta: 'governare' } } as const

/** In which comuni, and when, citizens may ask for corrections. */
export const rotteApertura: FastifyPluginAsyncTypebox<Contesto> = async (app, { db, sito, oggi, adesso }) => {
  const pagina = async (req: FastifyRequest, reply: FastifyReply, scritto?: Scritto) => {
    const [aperte, storia] = await Promise.all([aperture(db), storiaAperture(db)])
    const comuni = await nomiPerId(
      db,
      [...aperte, ...storia].map(a => a.comune_id),
    )
    const operatori = await nomiOperatori(
      db,
      storia.map(s => s.chi),
    )
    return reply.html(
      PaginaApertura({ sito, chi: operatoreDi(req), oggi: oggi(), aperte, storia, comuni, operatori, scritto }),
    )
  }
  app.get(APERTURA, VEDE, async (req, reply) => pagina(req, reply))
  app.post(APERTURA, CAMBIA, async (req, reply) => {
    const chi = operatoreDi(req)
    const m = campi(req)
    const letta = await leggiApertura(db, m, oggi())
    if ('guasti' in letta) return pagina(req, reply.code(422), { valori: m, guasti: letta.guasti })
    await db.tx(tx => apriRettifica(tx, { ...letta, chi: chi.operatore, adesso: adesso() }))
    return reply.redirect(APERTURA, 303)
  })
  // Another end for what is open: a day still to come (or today), or none.
  app.post(`${APERTURA}/fine`, CAMBIA, async (req, reply) => {
    const m = campi(req)
    const suo = (await aperture(db)).find(a => String(a.comune_id) === m.comune && a.dal === m.dal)
    if (!suo) throw rifiuto(404, 'no such opening')
    const guasto = guastoFine(m.al?.trim() ?? '', suo.dal, oggi())
    if (guasto) return pagina(req, reply.code(422), { valori: {}, guasti: {}, fine: { di: suo, guasto } })
    const al = m.al?.trim() || undefined
    await db.tx(tx =>
      apriRettifica(tx, { comune: suo.comune_id, dal: suo.dal, al, chi: operatoreDi(req).operatore, adesso: adesso() }),
    )
    return reply.redirect(APERTURA, 303)
  })
}
