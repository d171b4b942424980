// Forms with files: read whole before anybody looks at the word against CSRF, which stands in one of their fields.
import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { rifiuto } from './errors.ts'

/** A file that came with a form. `troppo`: more than a file, or all of them, may have; then it is not here. */
export interface FileInviato {
  readonly nome: string
  readonly dati: Buffer
  readonly troppo: boolean
}
export interface LimitiFile {
  /** bytes of one file, and of all of a form */
  readonly byte: number
  readonly tutti: number
}

declare module 'fastify' {
  interface FastifyRequest {
    inviati?: readonly FileInviato[]
  }
}

const FILE = 30
const CAMPI = 20
const TESTO = 16 * 1024

/** By zone. */
const LIMITI = new WeakMap<FastifyInstance, LimitiFile>()

/** Lets the routes of this zone, and no others, take forms with files. */
export async function formsWithFiles(app: FastifyInstance, limiti: LimitiFile): Promise<void> {
  await app.register(multipart, {
    limits: { fileSize: limiti.byte, files: FILE, fields: CAMPI, fieldSize: TESTO, parts: FILE + CAMPI },
    // A file too large is said beside its field, not by a page of its own.
    throwFileSizeLimit: false,
  })
  LIMITI.set(app, limiti)
}

/** Reads a form with files, if it is one: its fields become the body, its files `req.inviati`. Who has not come in was refused
 *  before. @throws 400 where a field comes twice, 413 where there are too many parts */
export async function readFiles(req: FastifyRequest): Promise<void> {
  const limiti = LIMITI.get(req.server)
  if (!limiti || !req.isMultipart?.()) return
  const campi: Record<string, string> = {}
  const file: FileInviato[] = []
  let letti = 0
  for await (const p of req.parts()) {
    if (p.type === 'field') {
      if (p.fieldname in campi) throw rifiuto(400, 'a field comes twice')
      if (p.valueTruncated || p.fieldnameTruncated) throw rifiuto(413, 'a field is too long')
      campi[p.fieldname] = String(p.value)
      continue
    }
    const pezzi: Buffer[] = []
    for await (const pezzo of p.file) {
      letti += pezzo.length
      if (letti <= limiti.tutti) pezzi.push(pezzo)
      else pezzi.length = 0 // the rest is read, so that the browser gets an answer, and let go
    }
    const troppo = p.file.truncated || letti > limiti.tutti
    const dati = troppo ? Buffer.alloc(0) : Buffer.concat(pezzi)
    // A field for files that was left empty is sent as an empty file without a name.
    if (troppo || dati.length > 0 || p.filename !== '') file.push({ nome: p.filename, dati, troppo })
  }
  req.body = campi
  req.inviati = file
}
