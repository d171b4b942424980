import { createHash, randomBytes } from 'node:crypto'
import fastifyCookie from '@fastify/cookie'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

/** Reading and writing of cookies; its own hook would come after ours. */
export const cookies = (app: FastifyInstance): void => void app.register(fastifyCookie, { hook: false })

/** The cookies there are: none carries anything about the person. */
export type Biscotto = 'sessione' | 'operatore' | 'browser' | 'dopo'

/** Our cookies: for this host alone, unreadable for scripts, not sent along by other sites' forms, gone with the browser.
 *  Under TLS they have the `__Host-` prefix: then no neighbour name, and no connection without TLS, can plant one. */
export interface Biscotti {
  leggi(req: FastifyRequest, nome: Biscotto): string | undefined
  metti(reply: FastifyReply, nome: Biscotto, valore: string): void
  togli(reply: FastifyReply, nome: Biscotto): void
}

/** @param indirizzo the site's public address; where there is none, the request says whether it came by TLS */
export function biscotti(indirizzo: string | undefined): Biscotti {
  const sicuro = (req: FastifyRequest) => (indirizzo ? indirizzo.startsWith('https:') : req.protocol === 'https')
  const nomeDi = (req: FastifyRequest, nome: Biscotto) => (sicuro(req) ? `__Host-${nome}` : nome)
  const scrivi = (reply: FastifyReply, nome: Biscotto, valore: string, maxAge?: number) => {
    const { request: req } = reply
    const testo = reply.server.serializeCookie(nomeDi(req, nome), valore, {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure: sicuro(req),
      ...(maxAge !== undefined && { maxAge }),
    })
    reply.header('set-cookie', testo) // several add up
  }
  return {
    leggi: (req, nome) =>
      req.headers.cookie === undefined ? undefined : req.server.parseCookie(req.headers.cookie)[nomeDi(req, nome)],
    metti: (reply, nome, valore) => scrivi(reply, nome, valore),
    togli: (reply, nome) => scrivi(reply, nome, '', 0),
  }
}

const impronta = (nonce: string | undefined) =>
  nonce !== undefined && /^[\w-]{43}$/.test(nonce) ? createHash('sha256').update(nonce).digest('base64url') : undefined

/** Binds a login that begins to this browser, by a cookie of chance (one for all that it begins side by side).
 *  @returns what to keep with the login and to hand to `lasciaEntrare` of `identita`: SHA-256 of the cookie, base64url */
export function legaBrowser(req: FastifyRequest, reply: FastifyReply, b: Biscotti): string {
  const gia = browserDi(req, b)
  if (gia !== undefined) return gia
  const nonce = randomBytes(32).toString('base64url')
  b.metti(reply, 'browser', nonce)
  return impronta(nonce)!
}

/** What {@link legaBrowser} returned to this browser; undefined: it began no login. */
export const browserDi = (req: FastifyRequest, b: Biscotti): string | undefined => impronta(b.leggi(req, 'browser'))
