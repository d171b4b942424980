import { constants, type X509Certificate } from 'node:crypto'
import { createServer, type Server } from 'node:https'
import type { TLSSocket } from 'node:tls'
import Fastify, { type FastifyBaseLogger, type FastifyRequest } from 'fastify'
import { ANONIMO, type Chiamante } from '../accessi/index.ts'
import { type RifiutoCertificato, riconosciCertificato } from '../identita/index.ts'
import { caller, permissions, type Rotta, reference, requestLog, TUTTI } from '../web/index.ts'
import { PaginaAscolto } from './PaginaAscolto.tsx'
import { type OpzioniP000, rotteP000 } from './p000.ts'
import type { ComuneChiamante } from './soap.ts'

export interface OpzioniAscoltoServizi extends Omit<OpzioniP000, 'comuneDi'> {
  /** of the server, PEM */
  chiave: Buffer
  certificato: Buffer
  /** authorities whose certificates are believed */
  emittenti(): readonly X509Certificate[]
  log: FastifyBaseLogger
}

/** The listener for comuni's own software: their services, and a page that says how a certificate is seen. */
export interface AscoltoServizi {
  readonly server: Server
  readonly rotte: readonly Rotta[]
  /** Takes up the list of authorities as it is now. */
  rinnova(): void
  chiudi(): Promise<void>
}

/** Why a comune's software is not let in: what is wrong with its certificate, or that its comune is no more. */
export type RifiutoSoftware = RifiutoCertificato | 'comune-cessato'

const NIENTE = 'A questo indirizzo non c’è niente: i servizi sono elencati in /\n'

/** TLS 1.2 and 1.3; whatever certificate comes, or does not, the answer says what is wrong: no handshake does. */
export async function ascoltoServizi(o: OpzioniAscoltoServizi): Promise<AscoltoServizi> {
  const contesto = () => ({
    requestCert: true,
    rejectUnauthorized: false,
    minVersion: 'TLSv1.2' as const,
    ALPNProtocols: ['http/1.1'],
    // A session taken up again would bring the old certificate.
    secureOptions: constants.SSL_OP_NO_TICKET,
    key: o.chiave,
    cert: o.certificato,
    ca: o.emittenti().map(e => e.toString()),
  })
  const chiamano = new WeakMap<FastifyRequest, ComuneChiamante | RifiutoSoftware>()
  const app = Fastify({
    loggerInstance: o.log,
    genReqId: reference,
    logController: new Fastify.LogController({ disableRequestLogging: true, requestIdLogLabel: 'riferimento' }),
  })
  app.setNotFoundHandler((_req, reply) => reply.code(404).type('text/plain; charset=utf-8').send(NIENTE))
  caller(app, async (req): Promise<Chiamante> => {
    const chi = await riconosci(o, (req.raw.socket as TLSSocket).getPeerX509Certificate())
    chiamano.set(req, chi)
    return typeof chi === 'string' ? ANONIMO : { ruolo: 'software', id: chi.id, comune: chi.comune }
  })
  requestLog(app)
  const rotte = permissions(app)
  const comuneDi = (req: FastifyRequest) => chiamano.get(req) ?? 'assente'
  app.get('/', { config: { ammessi: TUTTI } }, async (req, reply) => {
    const chi = comuneDi(req)
    return reply
      .code(typeof chi === 'string' ? 403 : 200)
      .headers({
        'cache-control': 'no-store',
        'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
        'x-content-type-options': 'nosniff',
        connection: 'close', // another certificate may be tried at once
      })
      .type('text/html; charset=utf-8')
      .send(await PaginaAscolto({ chi }))
  })
  await app.register(rotteP000, { ...o, comuneDi })
  await app.ready()
  const server = createServer({ ...contesto(), maxHeaderSize: 16_384 }, (req, res) => app.routing(req, res))
  server.on('tlsClientError', e =>
    o.log.info({ codice: (e as NodeJS.ErrnoException).code }, 'a TLS handshake with a comune’s software failed'),
  )
  return {
    server,
    rotte,
    rinnova: () => server.setSecureContext(contesto()),
    chiudi: async () => app.close(),
  }
}

async function riconosci(
  o: OpzioniAscoltoServizi,
  x: X509Certificate | undefined,
): Promise<ComuneChiamante | RifiutoSoftware> {
  const c = await riconosciCertificato(o.db, 'software', x, o.emittenti(), o.adesso())
  if ('rifiuto' in c) return c.rifiuto
  const comune = c.comune_id!
  const istat = o.territorio.comunePerId(comune)?.periodi.find(p => p.al === null && !p.da_istituire)?.codice_istat
  return istat ? { id: c.impronta.slice(0, 32), comune, istat } : 'comune-cessato'
}
