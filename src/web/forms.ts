import type { FastifyInstance, FastifyRequest } from 'fastify'
import { rifiuto } from './errors.ts'

/** A form's fields, each once. */
export type Campi = Readonly<Record<string, string | undefined>>

const BYTE = 16 * 1024
const CAMPI = 50

/** Fields of a body `application/x-www-form-urlencoded`. @throws 400 where a field comes twice, or there are too many */
function leggi(corpo: string): Campi {
  const campi = [...new URLSearchParams(corpo)]
  if (campi.length > CAMPI) throw rifiuto(400, 'too many fields')
  const uno = new Map(campi)
  if (uno.size < campi.length) throw rifiuto(400, 'a field comes twice')
  return Object.fromEntries(uno)
}

/** The fields of a request's form; none where there was no body. */
export const campi = (req: FastifyRequest): Campi => (req.body ?? {}) as Campi

/** Sent by a page of another site? Browsers say it themselves (`Sec-Fetch-Site`); older ones name the page's origin. */
function daAltrove(req: FastifyRequest): boolean {
  const { 'sec-fetch-site': sito, origin } = req.headers
  if (sito !== undefined) return sito !== 'same-origin' && sito !== 'none'
  if (origin === undefined) return false
  return !URL.canParse(origin) || new URL(origin).host !== req.host
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Takes forms that another site's page sends: the answer of an identity provider. It judges for itself what comes.
     *  More than 16 kB: `bodyLimit` of the route. */
    daAltrove?: true
  }
}

/**
 * Bodies: forms only, up to 16 kB, and none sent from another site's page, unless the route says so. Who has come in is
 * guarded by a word in each form besides (`area.ts`); here it is about everyone: a page elsewhere could make its visitors
 * fill our tables with spam. A program that sends neither header is let through: it could send any. A zone that takes
 * something else (SOAP) adds its own parser.
 */
export function forms(app: FastifyInstance): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: BYTE },
    async (_req: FastifyRequest, corpo: string) => leggi(corpo),
  )
  app.addHook('onRequest', async req => {
    if (req.method === 'GET' || req.method === 'HEAD' || req.routeOptions.config.daAltrove) return
    if (daAltrove(req)) throw rifiuto(403, 'sent from another site')
  })
}
