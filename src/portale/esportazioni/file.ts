import { createHash } from 'node:crypto'
import type { FastifyReply } from 'fastify'
import { Temporal } from 'temporal-polyfill'

/** A file to take away, whole in memory. */
export interface File {
  tipo: 'text/csv; charset=utf-8; header=present' | 'image/svg+xml; charset=utf-8'
  corpo: Buffer
  etag: string
}

export const file = (tipo: File['tipo'], testo: string): File => {
  const corpo = Buffer.from(testo)
  return { tipo, corpo, etag: `"${createHash('sha256').update(corpo).digest('base64url').slice(0, 22)}"` }
}

/** Midnight in Rome that opens a day, as HTTP writes an instant. */
const mezzanotte = (giorno: string): string =>
  new Date(Temporal.PlainDate.from(giorno).toZonedDateTime('Europe/Rome').epochMilliseconds).toUTCString()

/** Sends a file under a name that carries its day; not again to who has it. Anyone's page may read it: it is open data.
 *  @param nome without day and extension
 *  @param vista shown by a browser rather than saved */
export function inviaFile(
  reply: FastifyReply,
  f: File,
  nome: string,
  giorno: string,
  vista: 'inline' | 'attachment' = 'attachment',
): FastifyReply {
  const estensione = f.tipo.startsWith('text/csv') ? 'csv' : 'svg'
  reply.headers({
    'content-type': f.tipo,
    'content-disposition': `${vista}; filename="${nome}-${giorno}.${estensione}"`,
    'cache-control': 'public, max-age=300',
    'last-modified': mezzanotte(giorno),
    etag: f.etag,
    'access-control-allow-origin': '*',
    'cross-origin-resource-policy': 'cross-origin',
  })
  const chiesti = reply.request.headers['if-none-match']?.split(',').map(t => t.trim().replace(/^W\//, ''))
  return chiesti?.includes(f.etag) || chiesti?.includes('*') ? reply.code(304).send() : reply.send(f.corpo)
}
