import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type as T } from 'typebox'
import type { Read } from '../../db/index.ts'
import type { Servizio } from '../../identita/index.ts'
import type { Sito } from '../../ui/index.ts'
import { type Campi, campi, TUTTI } from '../../web/index.ts'
import { STORIE } from '../storie/elenco.ts'
import { CASI } from './casi.ts'
import { operatoriInventati } from './idp.query.ts'
import {
  codiceDiStoria,
  codiceScritto,
  type DomandaRicevuta,
  domandaIn,
  federazioneDi,
  type Idp,
  personaDi,
  QUALI,
  type Quale,
} from './idp.ts'
import { PaginaIdp, PaginaPronta, PaginaSenzaDomanda } from './PaginaIdp.tsx'

export interface OpzioniRotteIdp {
  db: Read
  sito: Sito
  oggi: () => string
  idp: Idp
  /** the services of ours that may ask */
  servizi: readonly Servizio[]
}

const PUBBLICA = { config: { ammessi: TUTTI } }
/** How many invented officers may be chosen. */
const OPERATORI = 24
const èQuale = (q: string): q is Quale => QUALI.some(x => x === q)

/** Whom the form names: a codice fiscale, else a story. */
function codiceIn(m: Campi): { codice: string } | { errore: 'nessuno' | 'codiceSbagliato' } {
  if (m.codice?.trim()) {
    const codice = codiceScritto(m.codice)
    return codice ? { codice } : { errore: 'codiceSbagliato' }
  }
  // An officer's value is her codice fiscale itself.
  const codice = codiceDiStoria(m.storia) ?? codiceScritto(m.storia ?? '')
  return codice ? { codice } : { errore: 'nessuno' }
}

/** An identity provider that everyone may be: only a demo has it. */
export const rotteIdp: FastifyPluginAsyncTypebox<OpzioniRotteIdp> = async (app, o) => {
  const { db, sito, oggi, idp, servizi } = o
  const domandaDi = (query: string, quale: Quale) =>
    domandaIn(
      query,
      servizi.filter(s => s.federazione === federazioneDi(quale)),
    )
  const modulo = async (
    quale: Quale,
    domanda: string,
    d: DomandaRicevuta,
    scritti: Campi,
    errore?: 'nessuno' | 'codiceSbagliato',
  ) =>
    PaginaIdp({
      sito,
      oggi: oggi(),
      azione: idp.percorso(quale),
      nome: sito.testi.idp.nomi[quale],
      servizio: d.servizio.ente.mostrato,
      domanda,
      chiesto: d.livello,
      scritti,
      errore,
      operatori: await operatoriInventati(db, OPERATORI),
    })
  const senza = (cattiva: boolean) => PaginaSenzaDomanda({ sito, oggi: oggi(), cattiva })

  for (const url of ['/demo-idp', '/demo-idp/:quale'] as const) {
    const rotta = { ...PUBBLICA, schema: { params: T.Object({ quale: T.Optional(T.String()) }) } }
    app.get(url, rotta, async (req, reply) => {
      const quale = req.params.quale ?? 'spid'
      if (!èQuale(quale)) return reply.callNotFound()
      reply.header('cache-control', 'no-store')
      const taglio = req.url.indexOf('?')
      if (taglio < 0) return reply.html(senza(false))
      const query = req.url.slice(taglio + 1)
      const d = domandaDi(query, quale)
      return d ? reply.html(await modulo(quale, query, d, {})) : reply.code(400).html(senza(true))
    })

    app.post(url, rotta, async (req, reply) => {
      const quale = req.params.quale ?? 'spid'
      if (!èQuale(quale)) return reply.callNotFound()
      reply.header('cache-control', 'no-store')
      const m = campi(req)
      const query = m.domanda ?? ''
      const d = domandaDi(query, quale)
      if (!d) return reply.code(400).html(senza(true))
      const annulla = m.fai === 'annulla'
      const chi = annulla ? { codice: STORIE[0]!.codiceFiscale } : codiceIn(m)
      if ('errore' in chi) return reply.code(422).html(await modulo(quale, query, d, m, chi.errore))
      const livello = ([1, 2, 3] as const).find(n => String(n) === m.livello) ?? d.livello
      const caso = annulla ? '111' : (CASI.find(c => c.numero === m.caso)?.numero ?? '1')
      const persona = await personaDi(db, chi.codice)
      const risposta = idp.rispondi(quale, d.servizio, d.id, { persona, livello, caso })
      return reply.html(
        PaginaPronta({
          sito,
          oggi: oggi(),
          acs: new URL(d.servizio.acs).pathname, // on the host that the browser is on
          risposta: Buffer.from(risposta).toString('base64'),
          stato: new URLSearchParams(query).get('RelayState') ?? undefined,
        }),
      )
    })
  }
}
