import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import { Type as T } from 'typebox'
import { comunePerCodice } from '../anagrafe/index.ts'
import { quadroRettifiche } from '../statistiche/index.ts'
import { foglioRettifiche, leggiOrdineRettifiche, prospettoRettifiche } from '../ui/index.ts'
import { rifiuto, scriviCsv } from '../web/index.ts'
import { type Contesto, operatoreDi } from './contesto.ts'
import { PaginaComune } from './PaginaComune.tsx'
import { PaginaPrefettura } from './PaginaPrefettura.tsx'

const SUA = { config: { ammessi: ['prefettura'] } } as const
const QUERY = T.Object({ ordina: T.Optional(T.Unknown()) })

/** The prefettura watches that its comuni answer in time: numbers, no citizen's data. Whose comuni they are, only the
 *  session says. */
export const rotte: FastifyPluginAsyncTypebox<Contesto> = async (app, { db, sito, oggi, adesso }) => {
  const t = sito.testi.rettifiche
  /** The figures of her comuni; a prefettura without any is none. */
  const quadro = async (req: FastifyRequest) => {
    const chi = operatoreDi(req)
    const dati = await quadroRettifiche(db, 'comune', { prefettura: chi.prefettura }, oggi())
    if (!dati) throw rifiuto(404, 'a prefettura without comuni')
    return { chi, dati }
  }
  app.get('/prefettura', { ...SUA, schema: { querystring: QUERY } }, async (req, reply) => {
    const ordine = leggiOrdineRettifiche(req.query.ordina)
    return reply.html(PaginaPrefettura({ sito, ...(await quadro(req)), ordine, oggi: oggi() }))
  })
  app.get(
    '/prefettura/comuni/:istat',
    { ...SUA, schema: { params: T.Object({ istat: T.String() }) } },
    async (req, reply) => {
      const chi = operatoreDi(req)
      const c = /^\d{6}$/.test(req.params.istat) ? await comunePerCodice(db, req.params.istat, oggi()) : undefined
      const dove = { prefettura: chi.prefettura, comune: c?.comune_id ?? 0 }
      const dati = await quadroRettifiche(db, 'comune', dove, oggi())
      if (!c || !dati) throw rifiuto(404, 'not a comune of this prefettura')
      return reply.html(PaginaComune({ sito, chi, comune: c, dati, oggi: oggi() }))
    },
  )
  app.get('/prefettura/rettifiche.csv', SUA, async (req, reply) => {
    const { dati } = await quadro(req)
    const luogo = [
      { testo: 'Codice Istat', valore: (r: { chiave: string | null }) => r.chiave },
      { testo: t.colonne.nome.comune, valore: (r: { nome: string | null }) => r.nome },
    ]
    return reply
      .type('text/csv; charset=utf-8; header=present')
      .header('cache-control', 'no-store')
      .header('content-disposition', `attachment; filename="rettifiche-${oggi()}.csv"`)
      .send(scriviCsv(foglioRettifiche(dati.parti.righe, t, luogo)))
  })
  app.get('/prefettura/rettifiche.pdf', SUA, async (req, reply) => {
    const { chi, dati } = await quadro(req)
    const titolo = t.prefettura.titolo(chi.sede ?? '')
    const corpo = await prospettoRettifiche({
      titolo,
      dati,
      testi: sito.testi,
      oggi: giornoScritto(oggi()),
      adesso: adesso(),
    })
    return reply
      .type('application/pdf')
      .header('cache-control', 'no-store')
      .header('content-disposition', `attachment; filename="rettifiche-${oggi()}.pdf"`)
      .send(corpo)
  })
}

/** 2026-11-30 → 30/11/2026 */
const giornoScritto = (giorno: string) => giorno.split('-').reverse().join('/')
