import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type as T } from 'typebox'
import type { Read } from '../../db/index.ts'
import {
  type Anomalia,
  type ComeArrivata,
  FEDERAZIONI,
  type Federazione,
  fornitoriDi,
  metadata,
  rispondiLogout,
  type Saml,
} from '../../identita/index.ts'
import { campi, impronta, limite, rifiuto, TUTTI } from '../../web/index.ts'

/** What became of a login that did not come in, by the codes of the texts (`accesso.esiti`). */
export type EsitoSaml = (typeof ESITI)[Anomalia] | 'non-riuscito' | 'gestore-irraggiungibile'

/** The anomalies that concern the person, told in our words. */
const ESITI = {
  19: 'troppi-tentativi',
  20: 'livello-basso',
  21: 'tempo-scaduto',
  22: 'consenso-negato',
  23: 'identita-sospesa',
  25: 'annullato',
  30: 'tipo-identita',
} as const satisfies Record<Anomalia, string>

export interface OpzioniRotteSaml {
  db: Read
  saml: Saml
  adesso: () => string
  /** Binds the login that begins to this browser; gives what is kept of it. */
  legaBrowser: (req: FastifyRequest, reply: FastifyReply) => string
  /** The page for who did not come in. */
  pagina: (codice: EsitoSaml, riferimento: string) => JSX.Element
  /** Our public address, without final slash: a redirect within it stays on the host that the browser is on. */
  indirizzo: string
}

const PUBBLICA = { config: { ammessi: TUTTI } }
/** An answer of 100 kB in base64, with what a form makes of `+`, `/` and `=`. */
const CORPO = 200 * 1024
const DA_ALTROVE = { config: { ammessi: TUTTI, daAltrove: true as const }, bodyLimit: CORPO }
/** Our requests were at fault by these codes (SPID, table of error messages): somebody must look. */
const COLPA_NOSTRA = new Set([8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18])
const MINUTO = { quanti: 600, ogni: 60_000 }

/** The way in by SPID and CIE: metadata, start, answers, single logout. */
export const rotteSaml: FastifyPluginAsyncTypebox<OpzioniRotteSaml> = async (app, o) => {
  const { saml } = o
  const passa = limite(MINUTO)
  const frena = async (req: FastifyRequest) => {
    if (!passa(impronta(req.ip))) throw rifiuto(429, 'too many logins from one address')
  }
  app.addHook('onClose', saml.ferma)

  const finita = (federazione: Federazione) => async (req: FastifyRequest, reply: FastifyReply) => {
    const c = await saml.concludi(federazione, campi(req).SAMLResponse)
    reply.header('cache-control', 'no-store')
    if ('vai' in c) return reply.redirect(c.vai, 303)
    const detto = { saml: federazione, controllo: c.numero, codice: c.codice, richiesta: c.richiesta }
    if (c.codice !== undefined && COLPA_NOSTRA.has(c.codice))
      req.log.error(detto, 'a provider refused our AuthnRequest')
    else req.log.info(detto, 'an answer of a provider was refused')
    const codice = c.anomalia === undefined ? 'non-riuscito' : ESITI[c.anomalia]
    return reply.code(403).html(o.pagina(codice, req.id))
  }

  // CIE has one provider: its button needs no list.
  app.get('/accesso/cie', { ...PUBBLICA, exposeHeadRoute: false, onRequest: frena }, async (req, reply) => {
    const [unico] = saml.servizi.cie ? await fornitoriDi(o.db, 'cie') : []
    reply.header('cache-control', 'no-store')
    if (!unico) return reply.code(503).html(o.pagina('gestore-irraggiungibile', req.id))
    return reply.redirect(`/accesso/cie/${unico.sigla}`, 303)
  })

  for (const federazione of FEDERAZIONI) {
    const servizio = saml.servizi[federazione]
    const testo = servizio && metadata(servizio)

    app.get(`/${federazione}/metadata`, PUBBLICA, async (_req, reply) => {
      if (!testo) return reply.callNotFound()
      return reply.type('application/samlmetadata+xml; charset=utf-8').header('cache-control', 'no-cache').send(testo)
    })

    app.get(
      `/accesso/${federazione}/:idp`,
      { ...PUBBLICA, exposeHeadRoute: false, schema: { params: T.Object({ idp: T.String() }) }, onRequest: frena },
      async (req, reply) => {
        const sigla = req.params.idp
        if (!/^[a-z0-9-]{1,80}$/.test(sigla)) return reply.callNotFound()
        const dove = await saml.avvia(federazione, sigla, o.legaBrowser(req, reply))
        if (!dove) return reply.callNotFound()
        const qui = dove.startsWith(`${o.indirizzo}/`) ? dove.slice(o.indirizzo.length) : dove
        return reply.header('cache-control', 'no-store').redirect(qui, 303)
      },
    )

    app.post(`/accesso/${federazione}/acs`, { ...DA_ALTROVE, onRequest: frena }, finita(federazione))

    const uscita = async (come: ComeArrivata, reply: FastifyReply) => {
      const dove = servizio && (await rispondiLogout(o.db, servizio, come, o.adesso()))
      if (!dove) throw rifiuto(400, 'not a logout request of a provider that we know')
      return reply.header('cache-control', 'no-store').redirect(dove, 303)
    }
    app.get(`/${federazione}/slo`, { ...PUBBLICA, exposeHeadRoute: false, onRequest: frena }, (req, reply) =>
      uscita({ query: req.url.slice(req.url.indexOf('?') + 1) }, reply),
    )
    app.post(`/${federazione}/slo`, { ...DA_ALTROVE, onRequest: frena }, (req, reply) => {
      const { SAMLRequest, RelayState } = campi(req)
      return uscita({ campo: SAMLRequest, stato: RelayState }, reply)
    })
  }
}
