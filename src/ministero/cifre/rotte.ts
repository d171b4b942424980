import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply } from 'fastify'
import { Type as T } from 'typebox'
import { comunePerCodice, prefetture } from '../../anagrafe/index.ts'
import type { SessioneOperatore } from '../../identita/index.ts'
import { type Dove, type Livello, quadroRettifiche, rettifiche } from '../../statistiche/index.ts'
import {
  type CifreRettifiche,
  foglioRettifiche,
  inLettere,
  leggiOrdineRettifiche,
  prospettoRettifiche,
} from '../../ui/index.ts'
import { rifiuto, scriviCsv } from '../../web/index.ts'
import { type Contesto, operatoreDi } from '../contesto.ts'
import { PaginaCifre } from './PaginaCifre.tsx'

const SUA = { config: { ammessi: ['ministero'] } } as const
const QUERY = T.Object({ ordina: T.Optional(T.Unknown()) })
const CODICE = T.Object({ codice: T.String({ pattern: '^[A-Za-z0-9]{1,12}$' }) })

/** The country's figures, down to a comune: each level has a page of the same form. */
export const rotteCifre: FastifyPluginAsyncTypebox<Contesto> = async (app, { db, sito, oggi, adesso }) => {
  const t = sito.testi.rettifiche
  const pagina = async (
    reply: FastifyReply,
    o: {
      chi: SessioneOperatore
      ordina: unknown
      livello: Livello
      dove: Dove
      titolo?: string | undefined
      percorso: string
    },
  ) => {
    const dati = await quadroRettifiche(db, o.livello, o.dove, oggi())
    if (!dati) throw rifiuto(404, 'no such territory')
    const ordine = leggiOrdineRettifiche(o.ordina)
    const titolo = o.titolo === undefined ? t.ministero.titolo : t.ministero.di(o.titolo)
    return reply.html(PaginaCifre({ sito, ...o, titolo, dati, ordine, oggi: oggi() }))
  }
  app.get('/ministero', { ...SUA, schema: { querystring: QUERY } }, async (req, reply) =>
    pagina(reply, {
      chi: operatoreDi(req),
      ordina: req.query.ordina,
      livello: 'regione',
      dove: {},
      percorso: '/ministero',
    }),
  )
  app.get(
    '/ministero/regioni/:codice',
    { ...SUA, schema: { querystring: QUERY, params: CODICE } },
    async (req, reply) => {
      const { codice } = req.params
      const [, regione] = (await rettifiche(db, 'regione', { regione: codice }, oggi())) ?? []
      const percorso = `/ministero/regioni/${codice}`
      return pagina(reply, {
        chi: operatoreDi(req),
        ordina: req.query.ordina,
        livello: 'prefettura',
        dove: { regione: codice },
        titolo: regione?.nome ?? undefined,
        percorso,
      })
    },
  )
  app.get(
    '/ministero/prefetture/:codice',
    { ...SUA, schema: { querystring: QUERY, params: CODICE } },
    async (req, reply) => {
      const { codice } = req.params
      const nota = (await prefetture(db)).find(p => p.codice === codice)
      if (!nota) throw rifiuto(404, 'no such prefettura')
      const percorso = `/ministero/prefetture/${codice}`
      return pagina(reply, {
        chi: operatoreDi(req),
        ordina: req.query.ordina,
        livello: 'comune',
        dove: { prefettura: codice },
        titolo: nota.nome,
        percorso,
      })
    },
  )
  app.get(
    '/ministero/comuni/:codice',
    { ...SUA, schema: { querystring: QUERY, params: CODICE } },
    async (req, reply) => {
      const c = await comunePerCodice(db, req.params.codice, oggi())
      if (!c) throw rifiuto(404, 'no such comune')
      const percorso = `/ministero/comuni/${req.params.codice}`
      return pagina(reply, {
        chi: operatoreDi(req),
        ordina: req.query.ordina,
        livello: 'comune',
        dove: { comune: c.comune_id },
        titolo: c.nome,
        percorso,
      })
    },
  )
  app.get('/ministero/rettifiche.csv', SUA, async (_req, reply) => {
    const righe = (await rettifiche(db, 'comune', {}, oggi())).filter(r => r.chiave !== null)
    const luogo = [
      { testo: 'Codice Istat', valore: (r: CifreRettifiche) => r.chiave },
      { testo: t.colonne.nome.comune, valore: (r: CifreRettifiche) => r.nome },
      { testo: 'Sigla provincia', valore: (r: CifreRettifiche) => r.altro },
    ]
    return reply
      .type('text/csv; charset=utf-8; header=present')
      .header('cache-control', 'no-store')
      .header('content-disposition', `attachment; filename="rettifiche-${oggi()}.csv"`)
      .send(scriviCsv(foglioRettifiche(righe, t, luogo)))
  })
  app.get('/ministero/rettifiche.pdf', SUA, async (_req, reply) => {
    const dati = await quadroRettifiche(db, 'regione', {}, oggi())
    if (!dati) throw rifiuto(404, 'no country')
    const titolo = t.ministero.titolo
    const giorno = inLettere(oggi(), sito.testi)
    return reply
      .type('application/pdf')
      .header('cache-control', 'no-store')
      .header('content-disposition', `attachment; filename="rettifiche-${oggi()}.pdf"`)
      .send(await prospettoRettifiche({ titolo, dati, testi: sito.testi, oggi: giorno, adesso: adesso() }))
  })
}
