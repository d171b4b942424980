import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { caricaDecodifiche, cercaNelComune, giornale, schedaDelComune } from '../../anagrafe/index.ts'
import { campi, rifiuto } from '../../web/index.ts'
import { type Contesto, LEGGE, motivoDi, operatoreDi } from '../contesto.ts'
import { giorno, leggiRicerca } from './cerca.ts'
import { apriConsultazione, consultazione } from './consultazione.query.ts'
import { type DatiCerca, PaginaCerca } from './PaginaCerca.tsx'
import { PaginaScheda } from './PaginaScheda.tsx'

/** Minutes that a consultation lasts. */
const DURATA = 30
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Reading the comune's own schede, each time for a reason. */
export const rotteSchede: FastifyPluginAsyncTypebox<Contesto> = async (app, c) => {
  const { db, sito, oggi, adesso } = c
  const t = sito.testi.com.schede
  const èMotivo = (m: string | undefined): m is string => m !== undefined && Object.hasOwn(t.motivi, m)
  const lettura = async () => ({ testi: sito.testi, codici: await caricaDecodifiche(db) })
  const base = (req: FastifyRequest) => ({ sito, chi: operatoreDi(req), oggi: oggi(), assistenza: c.assistenza })
  const pagina = async (req: FastifyRequest, reply: FastifyReply, o: Partial<DatiCerca> = {}) =>
    reply.html(PaginaCerca({ ...base(req), lettura: await lettura(), campi: {}, guasti: {}, ...o }))

  app.get('/com/schede', LEGGE, async (req, reply) => {
    const { esito } = req.query as { esito?: unknown }
    return pagina(req, reply, { avviso: esito === 'scaduta' ? t.scaduta : undefined })
  })

  app.post('/com/schede', LEGGE, async (req, reply) => {
    const chi = operatoreDi(req)
    const m = campi(req)
    const letta = leggiRicerca(m, t.errori)
    const guasti = {
      ...(!èMotivo(m.motivo) && { motivo: t.errori.motivo }),
      ...('guasti' in letta && letta.guasti),
    }
    if (!('cercata' in letta) || Object.keys(guasti).length > 0)
      return pagina(req, reply.code(422), { campi: m, guasti })
    const motivo = motivoDi(chi, `com/schede/${m.motivo}`, ['generalita', 'codiceFiscale'])
    const trovate = await db.tx(tx => cercaNelComune(tx, motivo, chi.comune, letta.cercata))
    return pagina(req, reply, { campi: m, trovate })
  })

  app.post('/com/schede/apri', LEGGE, async (req, reply) => {
    const chi = operatoreDi(req)
    const { scheda = '', motivo } = campi(req)
    if (!èMotivo(motivo)) return pagina(req, reply.code(422), { guasti: { motivo: t.errori.motivo } })
    const riferimento = await db.tx(async tx => {
      // Another comune's and none are not told apart.
      if (!(await schedaDelComune(tx, motivoDi(chi, `com/schede/${motivo}`), { comune: chi.comune, id: scheda })))
        throw rifiuto(404, 'no such scheda of this comune')
      const scade = new Date(Date.parse(adesso()) + DURATA * 60_000).toISOString()
      return apriConsultazione(tx, { operatore: chi.operatore, scheda, motivo, adesso: adesso(), scade })
    })
    return reply.header('cache-control', 'no-store').redirect(`/com/schede/${riferimento}`, 303)
  })

  app.get('/com/schede/:riferimento', LEGGE, async (req, reply) => {
    const chi = operatoreDi(req)
    const { riferimento } = req.params as { riferimento: string }
    const q = req.query as { al?: unknown }
    const scritto = typeof q.al === 'string' ? q.al.trim().slice(0, 10) : ''
    const aperta = UUID.test(riferimento) ? await consultazione(db, chi.operatore, riferimento, adesso()) : undefined
    if (!aperta) return reply.header('cache-control', 'no-store').redirect('/com/schede?esito=scaduta', 303)
    const detto = scritto === '' ? undefined : giorno(scritto)
    const errore = scritto !== '' && (detto === undefined || detto > oggi()) ? t.errori.al : undefined
    const al = errore === undefined && detto !== oggi() ? detto : undefined
    const motivo = motivoDi(chi, `com/schede/${aperta.motivo}`)
    const { letta, storia } = await db.tx(async tx => ({
      letta: await schedaDelComune(tx, motivo, {
        comune: chi.comune,
        id: aperta.scheda_id,
        conFamiglia: true,
        ...(al !== undefined && { quando: { al } }),
      }),
      storia: await giornale(tx, motivo, aperta.scheda_id),
    }))
    return reply.code(errore === undefined ? 200 : 422).html(
      PaginaScheda({
        ...base(req),
        lettura: await lettura(),
        riferimento,
        motivo: aperta.motivo,
        letta,
        storia,
        al,
        scritto,
        errore,
      }),
    )
  })
}
