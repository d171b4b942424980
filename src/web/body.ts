import { transcode } from 'node:buffer'
import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, gzip, constants as z } from 'node:zlib'
import { bounded } from './bounded.ts'

/** What a page consists of on the wire, and the mark by which a browser asks whether it has changed. */
export interface Body {
  readonly bytes: Buffer
  /** Weak: the same for all compressed forms, which are the same page in other bytes (RFC 9110 8.8.1). */
  readonly etag: string
}

/** The UTF-8 of a text. By way of UTF-16, which is how a text with signs like ’ lies in memory: 18 kB in half the time of
 *  `Buffer.from`, which was a third of drawing a page. */
export const encoded = (text: string): Buffer =>
  text.isWellFormed() ? transcode(Buffer.from(text, 'utf16le'), 'utf16le', 'utf8') : Buffer.from(text)

export function bodyOf(text: string): Body {
  const bytes = encoded(text)
  return { bytes, etag: `W/"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"` }
}

const opaque = (etag: string) => etag.trim().replace(/^W\//, '')

/** Whether `If-None-Match` names this page (weak comparison, RFC 9110 13.1.2). */
export const isKnown = (ifNoneMatch: string | undefined, etag: string): boolean =>
  ifNoneMatch !== undefined &&
  (ifNoneMatch.trim() === '*' || ifNoneMatch.split(',').some(t => opaque(t) === opaque(etag)))

export type Coding = 'br' | 'gzip'

/** The best coding of ours that `Accept-Encoding` admits; none where it admits none. */
export function coding(accept: string | undefined): Coding | undefined {
  let best: Coding | undefined
  for (const part of (accept ?? '').split(',')) {
    const [name = '', ...params] = part.split(';').map(p => p.trim().toLowerCase())
    if (params.some(p => /^q=0(\.0*)?$/.test(p))) continue
    if (name === 'br') return 'br'
    if (name === 'gzip' || name === 'x-gzip') best = 'gzip'
  }
  return best
}

// Measured on pages of 14, 40 and 120 kB (docs/performance.md): brotli 5 takes 0.2, 0.5 and 1.4 ms, as gzip 6 does, and
// saves 5 % more; brotli 11 saves another 10 % for 14, 30 and 100 ms. So the first who asks gets 5; 11 is made when a
// page is asked for again, for all who come later.
const brotli = promisify(brotliCompress)
const withBrotli = (bytes: Buffer, quality: number) =>
  brotli(bytes, {
    params: {
      [z.BROTLI_PARAM_QUALITY]: quality,
      [z.BROTLI_PARAM_MODE]: z.BROTLI_MODE_TEXT,
      [z.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  })
const FIRST: Record<Coding, (bytes: Buffer) => Promise<Buffer>> = {
  br: bytes => withBrotli(bytes, 5),
  gzip: promisify((bytes: Buffer, done: (e: Error | null, out: Buffer) => void) => gzip(bytes, { level: 6 }, done)),
}

interface Form {
  bytes: Buffer
  /** The good one has been made, is being made, or is not worth it. */
  best: boolean
}

/**
 * Compressed forms, kept by content: a page drawn again with the same text is not compressed again. At most one is being
 * made well at a time, so that other work finds the threads free.
 * @param max bytes kept
 */
export function compressor(max: number): (body: Body, as: Coding) => Buffer | Promise<Buffer> {
  const kept = bounded<Form>(max)
  const underWay = new Map<string, Promise<Buffer>>()
  let busy = false
  const improve = async (key: string, form: Form, bytes: Buffer) => {
    busy = form.best = true
    try {
      const good = await withBrotli(bytes, 11)
      kept.set(key, { bytes: good, best: true }, good.length)
    } finally {
      busy = false
    }
  }
  const first = async (key: string, body: Body, as: Coding) => {
    try {
      const bytes = await FIRST[as](body.bytes)
      kept.set(key, { bytes, best: as !== 'br' }, bytes.length)
      return bytes
    } finally {
      underWay.delete(key)
    }
  }
  return (body, as) => {
    const key = `${as} ${body.etag}`
    const form = kept.get(key)
    if (!form) {
      const making = underWay.get(key) ?? first(key, body, as)
      underWay.set(key, making)
      return making
    }
    if (!form.best && !busy) improve(key, form, body.bytes).catch(() => {}) // the one we have is good enough
    return form.bytes
  }
}
