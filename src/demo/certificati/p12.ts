import { createHmac, hash, type KeyObject, randomBytes } from 'node:crypto'
import { byte, insieme, intero, marca, nullo, oid, seq, tlv } from './der.ts'

const DATI = '1.2.840.113549.1.7.1'
const SACCO_CHIAVE = '1.2.840.113549.1.12.10.1.2'
const SACCO_CERTIFICATO = '1.2.840.113549.1.12.10.1.3'
const X509 = '1.2.840.113549.1.9.22.1'
const NOME = '1.2.840.113549.1.9.20'
const CHIAVE_LOCALE = '1.2.840.113549.1.9.21'
const SHA256 = '2.16.840.1.101.3.4.2.1'
/** Rounds of the password's derivation, OpenSSL's usual number: everybody knows the demo's password. */
const GIRI = 2048

/** UTF-16, most significant byte first. */
const bmp = (testo: string) => Buffer.from(testo, 'utf16le').swap16()

/**
 * A PKCS#12 file (RFC 7292), as browsers import it: the key under PBES2 with AES-256, which Node itself writes, the
 * certificates in clear, the whole under an HMAC by SHA-256. Node reads such files and has no writer of them.
 * @param certificati DER, the key's own first
 */
export function p12(chiave: KeyObject, certificati: readonly Buffer[], nome: string, parola: string): Buffer {
  const id = hash('sha1', certificati[0]!, 'buffer')
  const attributi = insieme(seq(oid(NOME), insieme(tlv(0x1e, bmp(nome)))), seq(oid(CHIAVE_LOCALE), insieme(byte(id))))
  const cifrata = chiave.export({ format: 'der', type: 'pkcs8', cipher: 'aes-256-cbc', passphrase: parola })
  const sacco = (tipo: string, dentro: Buffer, suoi?: Buffer) =>
    seq(oid(tipo), marca(0, dentro), ...(suoi ? [suoi] : []))
  const contenuto = (sacchi: readonly Buffer[]) => seq(oid(DATI), marca(0, byte(seq(...sacchi))))
  const sicuro = seq(
    contenuto(
      certificati.map((c, n) =>
        sacco(SACCO_CERTIFICATO, seq(oid(X509), marca(0, byte(c))), n === 0 ? attributi : undefined),
      ),
    ),
    contenuto([sacco(SACCO_CHIAVE, cifrata, attributi)]),
  )
  const sale = randomBytes(16)
  const mac = createHmac('sha256', chiaveDelMac(parola, sale)).update(sicuro).digest()
  return seq(
    intero(3),
    seq(oid(DATI), marca(0, byte(sicuro))),
    seq(seq(seq(oid(SHA256), nullo()), byte(mac)), byte(sale), intero(GIRI)),
  )
}

/** RFC 7292 appendix B.2, for one block of SHA-256 (32 bytes are wanted, as many as it gives): ID 3, the MAC's key. */
function chiaveDelMac(parola: string, sale: Buffer): Buffer {
  const riempi = (b: Buffer) => Buffer.alloc(Math.ceil(b.length / 64) * 64).map((_, i) => b[i % b.length]!)
  const p = bmp(`${parola}\0`)
  let a = Buffer.concat([Buffer.alloc(64, 3), riempi(sale), riempi(p)])
  for (let n = 0; n < GIRI; n++) a = hash('sha256', a, 'buffer')
  return a
}
