import { constants, type X509Certificate } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer, type Server } from 'node:https'
import type { TLSSocket } from 'node:tls'
import type { FastifyBaseLogger } from 'fastify'
import { impronta, limite } from '../../web/index.ts'

/** A listener that asks for a certificate and sends the browser on. */
export interface Ascolto {
  readonly server: Server
  /** Takes up the list of authorities as it is now. */
  rinnova(): Promise<void>
}

export interface OpzioniAscolto {
  /** of the server, PEM */
  chiave: Buffer
  certificato: Buffer
  /** authorities whose certificates are believed, PEM: the browser offers those of these, and no others */
  creduti(): readonly string[] | Promise<readonly string[]>
  /** for smart cards: TLS 1.2, as old ones want it */
  carte: boolean
  /** What is asked at an address; undefined: nothing is there. */
  legge(url: string): ((x: X509Certificate | undefined, host: string) => Promise<string>) | undefined
  /** where it goes when it stumbles, and what the log says then */
  inciampa: { readonly dove: string; readonly log: string }
  /** the site's public address; undefined: the host by which the browser came, at this port, without TLS */
  indirizzo: string | undefined
  porta: number
  log: FastifyBaseLogger
}

const TLS = {
  requestCert: true,
  rejectUnauthorized: false,
  minVersion: 'TLSv1.2',
  ALPNProtocols: ['http/1.1'],
  // A session taken up again would bring the old certificate.
  secureOptions: constants.SSL_OP_NO_TICKET,
} as const
/** Old cards can prove themselves by RSA PKCS#1 only, which TLS 1.3 no longer admits (RFC 8446 4.4.3). */
const CARTE = {
  maxVersion: 'TLSv1.2',
  sigalgs:
    'RSA+SHA256:RSA+SHA384:RSA+SHA512:RSA-PSS+SHA256:RSA-PSS+SHA384:RSA-PSS+SHA512:ECDSA+SHA256:ECDSA+SHA384:ECDSA+SHA512',
} as const

/** From one address; a proxy that passes TCP through is one too. */
const AL_MINUTO = 1200

/**
 * A certificate is asked for and not demanded: whatever comes, or does not, the browser is sent on by 303, at the end to the
 * portal, to go in or to read there why not. The listener has no pages and no cookies of its own.
 */
export async function ascolto(o: OpzioniAscolto): Promise<Ascolto> {
  const contesto = async () => ({
    ...TLS,
    ...(o.carte && CARTE),
    key: o.chiave,
    cert: o.certificato,
    ca: [...(await o.creduti())],
  })
  const passa = limite({ quanti: AL_MINUTO, ogni: 60_000 })
  const server = createServer(
    { ...(await contesto()), requestTimeout: 10_000, headersTimeout: 10_000, maxHeaderSize: 8192 },
    (req, res) => {
      if (!passa(impronta(req.socket.remoteAddress ?? ''))) return finisci(res, 429)
      const risponde = req.method === 'GET' ? o.legge(req.url ?? '') : undefined
      if (risponde === undefined) return finisci(res, 404)
      const host = hostDi(req)
      const portale = o.indirizzo ?? (host && `http://${host}:${o.porta}`)
      if (portale === undefined) return finisci(res, 400)
      risponde((req.socket as TLSSocket).getPeerX509Certificate(), host ?? '')
        .catch(e => {
          o.log.error({ errore: e instanceof Error ? e.name : typeof e }, o.inciampa.log)
          return o.inciampa.dove
        })
        .then(dove => finisci(res, 303, dove.startsWith('/') ? portale + dove : dove))
    },
  )
  return { server, rinnova: async () => server.setSecureContext(await contesto()) }
}

const hostDi = (req: IncomingMessage) => /^([a-z0-9.-]+|\[[0-9a-f:]+\])(?::\d+)?$/i.exec(req.headers.host ?? '')?.[1]

function finisci(res: ServerResponse, stato: number, dove?: string): void {
  res.writeHead(stato, {
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    // Next time the browser shakes hands anew, and the card may be another.
    connection: 'close',
    'content-length': 0,
    ...(dove !== undefined && { location: dove }),
  })
  res.end()
}
