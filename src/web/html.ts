import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyReply } from 'fastify'

declare module 'fastify' {
  interface FastifyReply {
    /** Answers with a page. */
    html(page: JSX.Element): Promise<FastifyReply>
  }
}

const matches = (header: string | undefined, etag: string) =>
  header?.split(',').some(t => t.trim().replace(/^W\//, '') === etag)

/**
 * `reply.html(page)`. A page shown to someone without a login may be kept and is asked for again with its ETag;
 * one shown to a known person is never stored by anyone.
 */
export function html(app: FastifyInstance): void {
  app.decorateReply('html', async function (this: FastifyReply, page: JSX.Element) {
    const body = await page
    this.type('text/html; charset=utf-8')
    if (this.request.chiamante?.ruolo !== 'anonimo') return this.header('cache-control', 'no-store').send(body)
    if (this.statusCode !== 200) return this.header('cache-control', 'no-store').send(body)
    const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
    this.headers({ 'cache-control': 'no-cache', etag })
    return matches(this.request.headers['if-none-match'], etag) ? this.code(304).send() : this.send(body)
  })
}
