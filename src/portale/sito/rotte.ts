import { randomUUID } from 'node:crypto'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type as T } from 'typebox'
import { cercaComuni } from '../../anagrafe/index.ts'
import { campi, impronta, limite, rifiuto, TUTTI } from '../../web/index.ts'
import type { Contesto } from '../contesto.ts'
import { lunghezza, riga } from './campi.ts'
import { cerca, domanda, LUNGA } from './cerca.ts'
import { indice } from './indice.ts'
import { PaginaCerca } from './PaginaCerca.tsx'
import { PaginaRicevuta, PaginaSegnala } from './PaginaSegnala.tsx'
import { PaginaUso } from './PaginaUso.tsx'
import { PaginaDettaglio, PaginaGrazie, PaginaStelle } from './PaginaValuta.tsx'
import { rottaDi } from './pagine.ts'
import { ricevuta, segna } from './segnala.query.ts'
import { completa, leggi } from './segnala.ts'
import { uso } from './uso.ts'
import { segnaDettaglio, segnaValutazione } from './valuta.query.ts'
import { dettaglioDi, ESITI, esitoDi, portiere, stelleDi } from './valuta.ts'

const PUBBLICA = { config: { ammessi: TUTTI } }
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const ORA = 3600_000

/** What belongs to the site itself: how clear it is, what cannot be used, how it is used, searching it. */
export const rotteSito: FastifyPluginAsyncTypebox<Contesto> = async (app, c) => {
  valuta(app, c)
  segnala(app, c)
  ricerca(app, c)
  app.get('/uso-del-sito', PUBBLICA, async (_req, reply) => {
    const oggi = c.oggi()
    return reply.html(PaginaUso({ sito: c.sito, uso: await uso(c.db, oggi, c.sito.testi), oggi }))
  })
}

type App = Parameters<typeof rotteSito>[0]

function valuta(app: App, { db, sito, oggi }: Contesto) {
  const entra = portiere()
  /** Only one of our pages is linked back to. */
  const nostra = (percorso: unknown) => {
    const p = typeof percorso === 'string' ? percorso : undefined
    return rottaDi(p, sito.testi) && p
  }

  app.post('/valuta', PUBBLICA, async (req, reply) => {
    const modulo = campi(req)
    const rotta = rottaDi(modulo.percorso, sito.testi)
    if (!rotta || !modulo.percorso) throw rifiuto(400, 'not one of our pages')
    const stelle = stelleDi(modulo)
    if (!stelle) return reply.code(422).html(PaginaStelle({ sito, percorso: modulo.percorso, oggi: oggi() }))
    const esito = entra(req.ip, modulo.percorso, rotta, stelle)
    if (!esito) throw rifiuto(429, 'no more today')
    if (esito.nuova) await segnaValutazione(db, { id: esito.id, giorno: oggi(), rotta, stelle })
    return reply.redirect(`/valuta/${esito.id}/${esitoDi(stelle)}?da=${encodeURIComponent(modulo.percorso)}`, 303)
  })

  for (const esito of ESITI) {
    const passo = {
      ...PUBBLICA,
      schema: { params: T.Object({ id: T.String() }), querystring: T.Object({ da: T.Optional(T.Unknown()) }) },
    }
    app.get(`/valuta/:id/${esito}`, passo, async (req, reply) => {
      if (!UUID.test(req.params.id)) return reply.callNotFound()
      return reply.html(PaginaDettaglio({ sito, esito, id: req.params.id, da: nostra(req.query.da), oggi: oggi() }))
    })
    app.post(`/valuta/:id/${esito}`, passo, async (req, reply) => {
      const { id } = req.params
      if (!UUID.test(id)) throw rifiuto(404, 'no such valutazione')
      const modulo = campi(req)
      const da = nostra(modulo.da)
      const letti = dettaglioDi(modulo, esito)
      if ('errori' in letti) {
        const { errori } = letti
        return reply.code(422).html(PaginaDettaglio({ sito, esito, id, da, oggi: oggi(), scritti: modulo, errori }))
      }
      const segnato = await segnaDettaglio(db, { ...letti.dettaglio, id, esito, giorno: oggi() })
      if (!segnato) throw rifiuto(404, 'no such valutazione')
      return reply.redirect(`/valuta/grazie${da ? `?da=${encodeURIComponent(da)}` : ''}`, 303)
    })
  }

  app.get(
    '/valuta/grazie',
    { ...PUBBLICA, schema: { querystring: T.Object({ da: T.Optional(T.Unknown()) }) } },
    async (req, reply) => reply.html(PaginaGrazie({ sito, da: nostra(req.query.da), oggi: oggi() })),
  )
}

/** Reports an hour from one address, and a day in all; each process counts its own. Many share an address (an office,
 *  a proxy before us), so it is not one or two. */
const SEGNALAZIONI = { indirizzo: 20, giorno: 500 }

function segnala(app: App, { db, sito, oggi }: Contesto) {
  const perIndirizzo = limite({ quanti: SEGNALAZIONI.indirizzo, ogni: ORA })
  const inTutto = limite({ quanti: SEGNALAZIONI.giorno, ogni: 24 * ORA })
  const forma = { ...PUBBLICA, schema: { querystring: T.Object({ pagina: T.Optional(T.Unknown()) }) } }

  app.get('/accessibilita/segnala', forma, async (req, reply) => {
    const { pagina } = req.query
    const data = typeof pagina === 'string' ? riga(pagina.slice(0, 200)) : undefined
    return reply.html(PaginaSegnala({ sito, modulo: randomUUID(), scritti: { pagina: data }, guasti: [] }))
  })
  app.post('/accessibilita/segnala', PUBBLICA, async (req, reply) => {
    const modulo = campi(req)
    const { scritti, guasti } = leggi(modulo)
    if (guasti.length > 0)
      return reply.code(422).html(PaginaSegnala({ sito, modulo: modulo.modulo ?? randomUUID(), scritti, guasti }))
    if (!perIndirizzo(impronta(req.ip)) || !inTutto('')) throw rifiuto(429, 'too many reports')
    const s = completa(modulo.modulo, scritti)
    await segna(db, s)
    return reply.redirect(`/accessibilita/segnala/${s.riferimento}`, 303)
  })
  app.get(
    '/accessibilita/segnala/:riferimento',
    { ...PUBBLICA, schema: { params: T.Object({ riferimento: T.String() }) } },
    async (req, reply) => {
      const { riferimento } = req.params
      const r = RIFERIMENTO.test(riferimento) ? await ricevuta(db, riferimento) : undefined
      return r ? reply.html(PaginaRicevuta({ sito, ...r, oggi: oggi() })) : reply.callNotFound()
    },
  )
}
const RIFERIMENTO = /^[2-9A-Z]{4}-[2-9A-Z]{4}$/

const COMUNI = 5

function ricerca(app: App, { db, sito, oggi }: Contesto) {
  const pagine = indice(sito.testi)
  app.get(
    '/cerca',
    { ...PUBBLICA, schema: { querystring: T.Object({ q: T.Optional(T.Unknown()) }) } },
    async (req, reply) => {
      const q = req.query.q ?? ''
      if (typeof q !== 'string' || lunghezza(q) > LUNGA)
        return reply.code(400).html(PaginaCerca({ sito, q: '', errore: true }))
      const chiesto = riga(q) ?? ''
      const parole = domanda(chiesto)
      if (parole.length === 0) return reply.html(PaginaCerca({ sito, q: chiesto }))
      const trovate = cerca(pagine, parole)
      // Names that are only alike help where nothing else was found: "privacy" means no comune.
      const comuni = (await cercaComuni(db, chiesto, { il: oggi(), limite: COMUNI })).filter(
        c => trovate.length === 0 || !('come' in c && c.come === 'simile'),
      )
      return reply.html(PaginaCerca({ sito, q: chiesto, trovate, comuni }))
    },
  )
}
