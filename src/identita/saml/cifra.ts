import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { scriviSegreto } from '../../db/index.ts'

/** Closes messages for keeping. */
export interface Cifra {
  /** @param contesto what the row says of the message: cannot be changed afterwards */
  chiudi(messaggio: Uint8Array, contesto: string): { chiave: string; dati: Buffer }
  /** @throws {Error} unknown key, or not what was closed */
  apri(chiave: string, dati: Buffer, contesto: string): Buffer
}

const RIGA = /^([\w-]{1,32}) ([A-Za-z0-9+/]{43}=)$/
/** One message is at most as long as we read. */
const MASSIMO = 200_000

/**
 * Opens a key file: one key a line, `id base64` (32 bytes); the last closes, all open. Made with a key of chance where it
 * is missing. To rotate, add a line; to forget, take one away: what it closed is lost, which is what erasing means.
 * @throws {Error} a line that is not a key
 */
export function apriCifra(file: string): Cifra {
  if (!existsSync(file)) {
    const chiave = randomBytes(32)
    // Named after itself: two machines that each made one do not mix them up.
    const nome = createHash('sha256').update(chiave).digest('hex').slice(0, 8)
    scriviSegreto(file, `${nome} ${chiave.toString('base64')}\n`)
  }
  const righe = readFileSync(file, 'utf8').split('\n').filter(Boolean)
  const chiavi = new Map(
    righe.map(r => {
      const [, id, chiave] = RIGA.exec(r) ?? []
      if (!id || !chiave) throw new Error(`${file}: ogni riga è «nome chiave», la chiave di 32 byte in base64`)
      return [id, Buffer.from(chiave, 'base64')] as const
    }),
  )
  const corrente = [...chiavi.keys()].at(-1)
  if (corrente === undefined) throw new Error(`${file}: non c’è nessuna chiave`)
  return {
    chiudi(messaggio, contesto) {
      const iv = randomBytes(12)
      const c = createCipheriv('aes-256-gcm', chiavi.get(corrente)!, iv).setAAD(Buffer.from(contesto))
      const chiuso = Buffer.concat([c.update(deflateRawSync(messaggio)), c.final()])
      return { chiave: corrente, dati: Buffer.concat([iv, c.getAuthTag(), chiuso]) }
    },
    apri(id, dati, contesto) {
      const chiave = chiavi.get(id)
      if (!chiave) throw new Error(`${file}: manca la chiave ${id}`)
      const d = createDecipheriv('aes-256-gcm', chiave, dati.subarray(0, 12), { authTagLength: 16 })
        .setAAD(Buffer.from(contesto))
        .setAuthTag(dati.subarray(12, 28))
      return inflateRawSync(Buffer.concat([d.update(dati.subarray(28)), d.final()]), { maxOutputLength: MASSIMO })
    },
  }
}
