// SOAP 1.1 over HTTP: a request goes to its operation, and comes back in the contract's shape or as a fault.

import type { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type Busta, busta, type ErroreSchema, type OperazioneSoap, type Servizio, wsdl } from '../contratto/index.ts'
import { it } from '../ui/index.ts'
import { TUTTI } from '../web/index.ts'
import type { RifiutoSoftware } from './ascolto.ts'
import { CorpoErrato, testoDi, vuoleMtom } from './corpo.ts'
import { colpa, type Risposta, spedisci, TIPO_XML } from './risposta.ts'

/** The comune whose software calls, as its TLS client certificate proves. */
export interface ComuneChiamante {
  /** pseudonym of the software */
  readonly id: string
  /** our id of the comune */
  readonly comune: number
  /** its ISTAT code: `codMittente` must be the same */
  readonly istat: string
}
export interface ChiamataSoap {
  readonly operazione: OperazioneSoap
  readonly chi: ComuneChiamante
  readonly testata: unknown
  /** undefined: it breaks the schema, `errori` say where */
  readonly messaggio: Readonly<Record<string, unknown>> | undefined
  readonly errori: readonly ErroreSchema[]
  /** of the address called */
  readonly query: Readonly<Record<string, string | undefined>>
}
export interface OpzioniSoap {
  readonly servizio: Servizio
  readonly indirizzi: readonly string[]
  /** who calls, or why its certificate is not let in (code of the texts) */
  comuneDi(req: FastifyRequest): ComuneChiamante | RifiutoSoftware
  /** @throws for bugs only: what a caller did wrong is an answer */
  rispondi(c: ChiamataSoap): Promise<Risposta>
}

/** Serves a service at its addresses, and its WSDL at `?wsdl`. */
export function soap(app: FastifyInstance, o: OpzioniSoap): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', (_req, corpo, fatto) => fatto(null, corpo))
  app.setErrorHandler((e: Error & { statusCode?: number }, req, reply) => {
    if (e.statusCode === 403) return manda(reply, 'Client', perché(o.comuneDi(req)))
    req.log.error({ errore: e.name }, 'a SOAP call failed')
    return manda(reply, 'Server', `errore del servizio, riferimento ${req.id}: riprova, o segnalalo con questo numero`)
  })
  for (const url of o.indirizzi) {
    app.get<{ Querystring: Record<string, string | undefined> }>(url, { config: { ammessi: TUTTI } }, (req, reply) => {
      if (!Object.keys(req.query).some(k => k.toLowerCase() === 'wsdl'))
        return reply
          .code(405)
          .header('allow', 'POST')
          .type('text/plain; charset=utf-8')
          .send(`Servizio SOAP ${o.servizio.nome}: la definizione è in ${url}?wsdl\n`)
      return reply.type(TIPO_XML).send(wsdl(o.servizio, `${req.protocol}://${req.host}${url}`))
    })
    app.post<{ Querystring: Record<string, string | undefined> }>(
      url,
      { config: { ammessi: ['software'] } },
      async (req, reply) => {
        const chi = o.comuneDi(req)
        if (typeof chi === 'string') return manda(reply, 'Client', perché(chi))
        const b = await leggi(req, o.servizio)
        if (b instanceof CorpoErrato) {
          req.raw.resume()
          return manda(reply.header('connection', 'close'), 'Client', b.message, b.stato)
        }
        const { colpa: c, operazione, testata, messaggio, errori } = b.letta
        if (c || !operazione) return manda(reply, c?.tipo ?? 'Client', c?.perché ?? '')
        const r = await o.rispondi({ operazione, chi, testata, messaggio, errori, query: req.query })
        const s = await spedisci(r, vuoleMtom(req.headers['content-type'] ?? '', req.headers.accept))
        if (s.byte !== undefined) reply.header('content-length', s.byte)
        return reply.header('cache-control', 'no-store').type(s.tipo).send(s.corpo)
      },
    )
  }
}

const perché = (chi: ComuneChiamante | RifiutoSoftware) => {
  const r = it.software.rifiuti[typeof chi === 'string' ? chi : 'non-iscritto']
  return `${r.cosa} ${r.ora}`
}

async function leggi(req: FastifyRequest, servizio: Servizio): Promise<Busta | CorpoErrato> {
  const b = busta(servizio)
  try {
    const corpo = req.body as Readable | undefined
    if (!corpo) throw new CorpoErrato('il messaggio è vuoto')
    // Left half-way it must not take the connection along: the answer has to go out.
    const byte = corpo.iterator({ destroyOnReturn: false })
    for await (const pezzo of testoDi(byte, req.headers['content-type'] ?? '', req.headers['content-encoding'])) {
      b.scrivi(pezzo)
    }
    b.fine()
    return b
  } catch (e) {
    if (e instanceof CorpoErrato) return e
    throw e
  }
}

/** A fault. SOAP 1.1 (6.2) has it travel with status 500 whoever is to blame: what says so is `faultcode`. */
const manda = (reply: FastifyReply, tipo: string, perché: string, stato = 500) =>
  reply.code(stato).header('cache-control', 'no-store').type(TIPO_XML).send(colpa(tipo, perché))
