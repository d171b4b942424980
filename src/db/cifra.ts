import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { scriviSegreto } from './segreto.ts'

/** Encryption at rest, AES-256-GCM. The keys are files outside the database, so a copy of the database alone shows nothing.
 *  Each ciphertext says which key opens it: the newest key encrypts, older ones still decrypt. */
export interface Cifra {
  /** @param contesto what the bytes are (table, row): they open nowhere else */
  chiudi(dati: Uint8Array, contesto: string): Buffer
  /** @throws {ChiaveMancante} where the key's file is not there, and an Error where the bytes were changed or moved */
  apri(dati: Uint8Array, contesto: string): Buffer
}

export class ChiaveMancante extends Error {}

const SEGRETO = 32
const IMPRONTA = 4
const NONCE = 12
const SIGILLO = 16
/** How many bytes a ciphertext is longer than what it hides. */
export const AGGIUNTA = IMPRONTA + NONCE + SIGILLO

/**
 * Reads the keys of a folder: files `AAAA-MM-GG.key` of 32 bytes, mode 0600; the last by name encrypts. Makes the first one
 * where there is none. Keys of the file `saml`, which logins had before migration 27, only open.
 * @param oggi AAAA-MM-GG, the name of a new key
 */
export async function apriChiavi(cartella: string, oggi: string): Promise<Cifra> {
  await mkdir(cartella, { recursive: true, mode: 0o700 })
  const nomi = async () => (await readdir(cartella)).filter(n => n.endsWith('.key')).sort()
  if ((await nomi()).length === 0) scriviSegreto(join(cartella, `${oggi}.key`), randomBytes(SEGRETO))
  const chiavi = await chiaviDiPrima(join(cartella, 'saml'))
  let ultima: Buffer | undefined
  for (const nome of await nomi()) {
    const chiave = await readFile(join(cartella, nome))
    if (chiave.length !== SEGRETO) throw new ChiaveMancante(`${join(cartella, nome)}: una chiave ha ${SEGRETO} byte`)
    chiavi.set(improntaDi(chiave), chiave)
    ultima = chiave
  }
  return cifraCon(chiavi, ultima!)
}

const improntaDi = (chiave: Uint8Array) =>
  createHash('sha256').update(chiave).digest().subarray(0, IMPRONTA).toString('hex')

const RIGA = /^([\w-]{1,32}) ([A-Za-z0-9+/]{43}=)$/
/** A line each, `name base64`; known by the digest of the name, which is what rows closed with them tell. */
async function chiaviDiPrima(file: string): Promise<Map<string, Buffer>> {
  const testo = existsSync(file) ? await readFile(file, 'utf8') : ''
  return new Map(
    testo.split('\n').flatMap((r): [string, Buffer][] => {
      if (r === '') return []
      const [, nome, chiave] = RIGA.exec(r) ?? []
      if (!nome || !chiave) throw new ChiaveMancante(`${file}: ogni riga è «nome chiave», la chiave in base64`)
      return [[improntaDi(Buffer.from(nome)), Buffer.from(chiave, 'base64')]]
    }),
  )
}

/** What was closed with a key of the file `saml` (nonce, tag, ciphertext, the key's name beside), in today's layout. */
export const comeOra = (nome: string, dati: Buffer): Buffer => {
  const testo = NONCE + SIGILLO
  return Buffer.concat([
    Buffer.from(improntaDi(Buffer.from(nome)), 'hex'),
    dati.subarray(0, NONCE),
    dati.subarray(testo),
    dati.subarray(NONCE, testo),
  ])
}

/** Layout: which key (4 bytes of its SHA-256), nonce (12), ciphertext, tag (16). */
function cifraCon(chiavi: ReadonlyMap<string, Buffer>, ultima: Buffer): Cifra {
  const quale = Buffer.from(improntaDi(ultima), 'hex')
  return {
    chiudi(dati, contesto) {
      const nonce = randomBytes(NONCE)
      const c = createCipheriv('aes-256-gcm', ultima, nonce).setAAD(Buffer.from(contesto))
      return Buffer.concat([quale, nonce, c.update(dati), c.final(), c.getAuthTag()])
    },
    apri(dati, contesto) {
      const b = Buffer.from(dati.buffer, dati.byteOffset, dati.byteLength)
      const chiave = chiavi.get(b.subarray(0, IMPRONTA).toString('hex'))
      if (!chiave) throw new ChiaveMancante('La chiave con cui questo dato fu cifrato non è tra quelle della cartella')
      const d = createDecipheriv('aes-256-gcm', chiave, b.subarray(IMPRONTA, IMPRONTA + NONCE), {
        authTagLength: SIGILLO,
      })
        .setAAD(Buffer.from(contesto))
        .setAuthTag(b.subarray(-SIGILLO))
      return Buffer.concat([d.update(b.subarray(IMPRONTA + NONCE, -SIGILLO)), d.final()])
    },
  }
}
