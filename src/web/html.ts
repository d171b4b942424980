import type { FastifyInstance, FastifyReply } from 'fastify'
import { type Body, bodyOf, coding, compressor, encoded, isKnown } from './body.ts'

declare module 'fastify' {
  interface FastifyReply {
    /** Answers with a page drawn for this request. */
    html(page: JSX.Element): Promise<FastifyReply>
    /** Answers with a body that is the same for everyone without a login. What it is, `reply.type` says before; else HTML.
     *  @param maxAge seconds for which it may be shown without asking again; 0: ask each time */
    body(body: Body, maxAge: number): Promise<FastifyReply>
  }
}

const FORMS = 32 * 2 ** 20
/** Smaller ones travel in two packets as they are. */
const WORTH_COMPRESSING = 2048
const HTML = 'text/html; charset=utf-8'

/** Someone without a login, and no error: the only ones to whom the answer of somebody else may be shown. Unless the page
 *  has said that it is made for this visit (`no-store`). */
export const isShared = (reply: FastifyReply): boolean =>
  reply.request.chiamante?.ruolo === 'anonimo' &&
  reply.statusCode === 200 &&
  reply.getHeader('cache-control') !== 'no-store'

/**
 * `reply.html(page)` and `reply.body(body, maxAge)`. What is shown to someone without a login may be kept, is asked for
 * again with its ETag, and is compressed. What is shown to a known person is never stored by anyone, and never
 * compressed: beside text that the caller chooses (a search word), the length would tell the person's data (BREACH).
 */
export function html(app: FastifyInstance): void {
  const compressed = compressor(FORMS)
  app.decorateReply('body', async function (this: FastifyReply, body: Body, maxAge: number) {
    if (!this.hasHeader('content-type')) this.type(HTML)
    if (!isShared(this)) return this.header('cache-control', 'no-store').send(body.bytes)
    const { headers } = this.request
    this.header('cache-control', maxAge > 0 ? `public, max-age=${maxAge}` : 'no-cache')
      .header('etag', body.etag)
      .header('vary', 'accept-encoding')
    if (isKnown(headers['if-none-match'], body.etag)) return this.code(304).send()
    const as = body.bytes.length > WORTH_COMPRESSING ? coding(headers['accept-encoding']) : undefined
    if (!as) return this.send(body.bytes)
    const bytes = compressed(body, as)
    return this.header('content-encoding', as).send(bytes instanceof Buffer ? bytes : await bytes)
  })
  app.decorateReply('html', async function (this: FastifyReply, page: JSX.Element) {
    const text = await page
    if (isShared(this)) return this.body(bodyOf(text), 0)
    // Nobody keeps it, so nobody needs its mark: a hash of 20 kB is a fifth of the time of drawing them.
    if (!this.hasHeader('content-type')) this.type(HTML)
    return this.header('cache-control', 'no-store').send(encoded(text))
  })
}
