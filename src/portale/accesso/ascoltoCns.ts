import { constants, type X509Certificate } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer, type Server } from 'node:https'
import type { TLSSocket } from 'node:tls'
import type { FastifyBaseLogger } from 'fastify'
import type { Db } from '../../db/index.ts'
import {
  type Carta,
  type Emittente,
  giudica,
  lasciaEntrare,
  type RifiutoCarta,
  type Rigore,
  statoCarta,
} from '../../identita/index.ts'
import { impronta, limite } from '../../web/index.ts'

export interface OpzioniCns {
  db: Db
  /** of the server, PEM */
  chiave: Buffer
  certificato: Buffer
  /** authorities whose cards are believed; read again by {@link AscoltoCns.rinnova} */
  emittenti(): Promise<readonly Emittente[]>
  rigore: Rigore
  adesso: () => string
  /** the site's public address; undefined: the host by which the card's browser came, at this port, without TLS */
  indirizzo: string | undefined
  porta: number
  log: FastifyBaseLogger
}

export interface AscoltoCns {
  readonly server: Server
  /** Takes up the list of authorities as it is now. */
  rinnova(): Promise<void>
}

/** Old cards can prove themselves by RSA PKCS#1 only, which TLS 1.3 no longer admits (RFC 8446 4.4.3). */
const TLS = {
  requestCert: true,
  rejectUnauthorized: false,
  minVersion: 'TLSv1.2',
  maxVersion: 'TLSv1.2',
  sigalgs:
    'RSA+SHA256:RSA+SHA384:RSA+SHA512:RSA-PSS+SHA256:RSA-PSS+SHA384:RSA-PSS+SHA512:ECDSA+SHA256:ECDSA+SHA384:ECDSA+SHA512',
  ALPNProtocols: ['http/1.1'],
  // A session taken up again would bring the old card's certificate.
  secureOptions: constants.SSL_OP_NO_TICKET,
} as const

/** From one address; a proxy that passes TCP through is one too. */
const AL_MINUTO = 1200

/**
 * The listener for cards. A certificate is asked for and not demanded: whatever comes, or does not, the browser is sent
 * back to the portal, to go in or to read there why not. It has no pages and no cookies of its own.
 */
export async function ascoltoCns(o: OpzioniCns): Promise<AscoltoCns> {
  let creduti: readonly Emittente[] = await o.emittenti()
  // The browser offers the cards of these authorities, and no others.
  const contesto = () => ({
    ...TLS,
    key: o.chiave,
    cert: o.certificato,
    ca: creduti.map(e => e.certificato.toString()),
  })
  const passa = limite({ quanti: AL_MINUTO, ogni: 60_000 })
  const server = createServer(
    { ...contesto(), requestTimeout: 10_000, headersTimeout: 10_000, maxHeaderSize: 8192 },
    (req, res) => {
      if (!passa(impronta(req.socket.remoteAddress ?? ''))) return finisci(res, 429)
      const browser = browserIn(req)
      if (browser === undefined) return finisci(res, 404)
      const portale = portaleDi(req, o)
      if (portale === undefined) return finisci(res, 400)
      entra((req.socket as TLSSocket).getPeerX509Certificate(), browser)
        .catch(e => {
          o.log.error({ cns: true, errore: e instanceof Error ? e.name : typeof e }, 'a card could not be judged')
          return '/accesso/esito?codice=non-riuscito'
        })
        .then(percorso => finisci(res, 303, portale + percorso))
    },
  )
  const entra = async (x: X509Certificate | undefined, browser: string): Promise<string> => {
    const ora = o.adesso()
    const esito = giudica(x, creduti, ora)
    if ('rifiuto' in esito) return rifiutata(esito.rifiuto)
    return o.db.tx(async tx => {
      const stato = await statoCarta(tx, esito, ora, o.rigore)
      if (stato === 'revocata') return rifiutata('cns-revocata')
      if (stato === 'ignota' && o.rigore.rifiuta) return rifiutata('cns-revoche-ignote')
      if (stato === 'ignota') o.log.warn({ cns: true, emittente: esito.emittente.nome }, 'no list of revoked cards')
      return lasciaEntrare(tx, provata(esito, ora), browser, ora)
    })
  }
  const rifiutata = (codice: RifiutoCarta) => {
    o.log.info({ cns: codice }, `a card was refused: ${codice}`)
    return `/accesso/esito?codice=${codice}`
  }
  return {
    server,
    async rinnova() {
      creduti = await o.emittenti()
      server.setSecureContext(contesto())
    },
  }
}

const provata = (c: Carta, ora: string) => ({
  via: 'cns' as const,
  livello: 3 as const,
  codiceFiscale: c.codiceFiscale,
  cognome: c.cognome,
  nome: c.nome,
  nascita: undefined,
  fornitore: c.emittente.nome,
  istante: ora,
})

/** `GET /?da=<digest of the browser's nonce>` and nothing else. */
const browserIn = (req: IncomingMessage) =>
  req.method === 'GET' ? /^\/\?da=([\w-]{43})$/.exec(req.url ?? '')?.[1] : undefined

function portaleDi(req: IncomingMessage, o: OpzioniCns): string | undefined {
  if (o.indirizzo !== undefined) return o.indirizzo
  const host = /^([a-z0-9.-]+|\[[0-9a-f:]+\])(?::\d+)?$/i.exec(req.headers.host ?? '')?.[1]
  return host && `http://${host}:${o.porta}`
}

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
