// Answers as they go out: an envelope, with its files as base64 inside it or as parts of an MTOM package, streamed.

import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'

/** A file that an answer carries; its bytes come when they are sent. */
export interface FileSoap {
  readonly tipo: string
  readonly byte: number
  pezzi(): AsyncIterable<Buffer>
}
/** A message, and the files of which its text holds only the mark (see `segno`). */
export interface Risposta {
  readonly xml: string
  readonly file?: ReadonlyMap<string, FileSoap>
}
/** What stands in a message where the bytes of a file belong. */
export const segno = (): string => `file.${randomUUID()}@anpr`
const SEGNO = /(file\.[0-9a-f-]{36}@anpr)/

export interface Spedizione {
  readonly tipo: string
  readonly byte: number | undefined
  readonly corpo: string | Buffer | Readable
}

/** What people typed may hold what XML cannot. */
const VIETATO = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu
const APRE =
  '<?xml version="1.0" encoding="UTF-8"?>\n<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body>'
const CHIUDE = '</soap:Body></soap:Envelope>'
export const TIPO_XML = 'text/xml; charset=utf-8'

export const colpa = (tipo: string, perché: string): string =>
  `${APRE}<soap:Fault><faultcode>soap:${tipo}</faultcode><faultstring xml:lang="it">${protetto(perché)}</faultstring></soap:Fault>${CHIUDE}`
const protetto = (testo: string) => testo.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** Bytes up to which an answer with its files is put together before it is sent: a stream costs as much again. */
const INSIEME = 2 ** 20

export async function spedisci(r: Risposta, mtom: boolean): Promise<Spedizione> {
  const xml = `${APRE}${r.xml.replace(VIETATO, '\ufffd')}${CHIUDE}`
  const pezzi = r.file && r.file.size > 0 ? xml.split(SEGNO) : [xml]
  const file = (nome: string) => r.file?.get(nome)
  if (mtom) return pacchetto(pezzi, file)
  if (pezzi.length === 1) return { tipo: TIPO_XML, byte: Buffer.byteLength(xml), corpo: xml }
  const byte = pezzi.reduce((n, p) => n + (file(p) ? 4 * Math.ceil(file(p)!.byte / 3) : Buffer.byteLength(p)), 0)
  const testo = inBase64(pezzi, file)
  const corpo = byte > INSIEME ? Readable.from(testo, { objectMode: false }) : await insieme(byte, testo)
  return { tipo: TIPO_XML, byte, corpo }
}

async function insieme(byte: number, pezzi: AsyncIterable<string>): Promise<Buffer> {
  const tutto = Buffer.allocUnsafe(byte)
  let n = 0
  for await (const p of pezzi) n += tutto.write(p, n)
  if (n !== byte) throw new Error(`a file of an answer has other bytes than its row says: ${n} of ${byte}`)
  return tutto
}

async function* inBase64(
  pezzi: readonly string[],
  file: (nome: string) => FileSoap | undefined,
): AsyncGenerator<string> {
  for (const p of pezzi) {
    const suo = file(p)
    if (!suo) {
      if (p !== '') yield p
      continue
    }
    let resto: Buffer = Buffer.alloc(0) // base64 goes by three bytes
    for await (const pezzo of suo.pezzi()) {
      const tutto = resto.length === 0 ? pezzo : Buffer.concat([resto, pezzo])
      const intero = tutto.length - (tutto.length % 3)
      yield tutto.toString('base64', 0, intero)
      resto = tutto.subarray(intero)
    }
    if (resto.length > 0) yield resto.toString('base64')
  }
}

function pacchetto(pezzi: readonly string[], file: (nome: string) => FileSoap | undefined): Spedizione {
  const confine = `anpr-${randomUUID()}`
  const allegati = pezzi.flatMap(p => {
    const suo = file(p)
    return suo ? [{ nome: p, suo }] : []
  })
  const parte = (tipo: string, id: string) =>
    `--${confine}\r\nContent-Type: ${tipo}\r\nContent-Transfer-Encoding: binary\r\nContent-ID: <${id}>\r\n\r\n`
  const includi = (nome: string) =>
    `<xop:Include xmlns:xop="http://www.w3.org/2004/08/xop/include" href="cid:${nome}"/>`
  async function* corpo(): AsyncGenerator<string | Buffer> {
    yield parte('application/xop+xml; charset=UTF-8; type="text/xml"', 'busta@anpr')
    for (const p of pezzi) if (p !== '') yield file(p) ? includi(p) : p
    for (const { nome, suo } of allegati) {
      yield `\r\n${parte(suo.tipo, nome)}`
      yield* suo.pezzi()
    }
    yield `\r\n--${confine}--\r\n`
  }
  const tipo = `multipart/related; type="application/xop+xml"; start="<busta@anpr>"; start-info="text/xml"; boundary="${confine}"`
  return { tipo, byte: undefined, corpo: Readable.from(corpo(), { objectMode: false }) }
}
