import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply } from 'fastify'
import { Type as T } from 'typebox'
import { accettaInformativa, chiudiQuesta, chiudiTutte, entra } from '../../identita/index.ts'
import { type EsitoAccesso, PaginaEsito, type Testi } from '../../ui/index.ts'
import { biscotti, browserDi, campi, freno, legaBrowser, nostroPercorso, rifiuto, TUTTI } from '../../web/index.ts'
import type { Contesto } from '../contesto.ts'
import { mescola } from './mescola.ts'
import { PaginaAccesso } from './PaginaAccesso.tsx'
import { PaginaInformativa } from './PaginaInformativa.tsx'

const AREA = '/cittadino'
const STATO: Partial<Record<EsitoAccesso, number>> = { 'ingresso-non-valido': 400 }
const DOMANDA = { querystring: T.Object({ dopo: T.Optional(T.Unknown()), esito: T.Optional(T.Unknown()) }) }
const SUA = { ammessi: ['cittadino'], primaDellInformativa: true, minori: true } as const

const èEsito = (codice: unknown, t: Testi): codice is EsitoAccesso =>
  typeof codice === 'string' && Object.hasOwn(t.accesso.esiti, codice)

/** The door of the citizens' area: ways in, opening and ending of sessions, the privacy notice. */
export const rotteAccesso: FastifyPluginAsyncTypebox<Contesto> = async (app, c) => {
  const { db, sito, oggi, adesso, accesso } = c
  const b = biscotti(sito.indirizzo)
  const esce = (reply: FastifyReply, esito: string) => {
    b.togli(reply, 'sessione')
    return reply.header('cache-control', 'no-store').redirect(`/accesso?esito=${esito}`, 303)
  }
  /** Where she wanted to go when she was sent to the door. */
  const meta = (dopo: unknown) => nostroPercorso(dopo) ?? AREA

  app.get(
    '/accesso',
    { config: { ammessi: TUTTI, sessione: true }, schema: DOMANDA, onRequest: freno(600) },
    async (req, reply) => {
      const dopo = nostroPercorso(req.query.dopo)
      if (req.sessione) return reply.redirect(meta(dopo), 303)
      if (dopo !== undefined) b.metti(reply, 'dopo', dopo)
      const gestori = accesso.gestori && mescola(await accesso.gestori())
      const cns = accesso.cns && '/accesso/cns'
      const page = PaginaAccesso({ sito, accesso, gestori, cns, esito: String(req.query.esito ?? '') })
      return reply.header('cache-control', 'no-store').html(page) // every visit has an order of its own
    },
  )

  app.get(
    '/accesso/entra',
    {
      config: { ammessi: TUTTI },
      exposeHeadRoute: false, // it would use up the key
      schema: { querystring: T.Object({ chiave: T.Optional(T.Unknown()) }) },
      onRequest: freno(600),
    },
    async (req, reply) => {
      const { chiave } = req.query
      const esito = await db.tx(tx =>
        entra(tx, typeof chiave === 'string' ? chiave : undefined, {
          ...accesso,
          browser: browserDi(req, b),
          ora: adesso(),
          oggi: oggi(),
          prima: b.leggi(req, 'sessione'),
          agente: req.headers['user-agent'],
        }),
      )
      reply.header('cache-control', 'no-store')
      if ('rifiuto' in esito) {
        const codice = esito.rifiuto
        return reply.code(STATO[codice] ?? 403).html(PaginaEsito({ sito, codice, riferimento: req.id, oggi: oggi() }))
      }
      b.metti(reply, 'sessione', esito.token)
      b.togli(reply, 'browser')
      const dopo = b.leggi(req, 'dopo')
      if (dopo !== undefined) b.togli(reply, 'dopo')
      return reply.redirect(meta(dopo), 303)
    },
  )

  // The path to the card's listener, and back from it when it did not let her in.
  const { cns } = accesso
  if (cns)
    app.get('/accesso/cns', { config: { ammessi: TUTTI }, onRequest: freno(600) }, async (req, reply) => {
      const browser = legaBrowser(req, reply, b)
      return reply.header('cache-control', 'no-store').redirect(`${cns(req)}/?da=${browser}`, 303)
    })
  app.get(
    '/accesso/esito',
    { config: { ammessi: TUTTI }, schema: { querystring: T.Object({ codice: T.Optional(T.Unknown()) }) } },
    async (req, reply) => {
      const { codice } = req.query
      if (!èEsito(codice, sito.testi)) return reply.callNotFound()
      return reply.code(403).html(PaginaEsito({ sito, codice, riferimento: req.id, oggi: oggi() }))
    },
  )

  app.get('/accesso/informativa', { config: SUA, schema: DOMANDA }, async (req, reply) =>
    reply.html(PaginaInformativa({ sito, csrf: req.sessione?.csrf ?? '', dopo: nostroPercorso(req.query.dopo) })),
  )
  app.post('/accesso/informativa', { config: SUA }, async (req, reply) => {
    const { scelta, dopo } = campi(req)
    if (scelta === 'rifiuto') {
      await db.tx(tx => chiudiQuesta(tx, b.leggi(req, 'sessione')))
      return esce(reply, 'informativa-rifiutata')
    }
    if (scelta !== 'accetto') throw rifiuto(400, 'neither yes nor no')
    const { versione } = sito.testi.accesso.informativa
    await db.tx(tx => accettaInformativa(tx, req.chiamante.id, versione, adesso()))
    return reply.header('cache-control', 'no-store').redirect(meta(dopo), 303)
  })

  app.post('/accesso/esci', { config: SUA }, async (req, reply) => {
    await db.tx(tx => chiudiQuesta(tx, b.leggi(req, 'sessione')))
    return esce(reply, 'uscita')
  })
  app.post('/accesso/esci-ovunque', { config: SUA }, async (req, reply) => {
    await db.tx(tx => chiudiTutte(tx, req.chiamante.id))
    return esce(reply, 'uscita-ovunque')
  })
}
