import { createHash, createPublicKey, type KeyObject, randomBytes, sign, X509Certificate } from 'node:crypto'

/** A certificate to make. */
export interface DaCertificare {
  /** OID → text, in order */
  readonly soggetto: readonly (readonly [oid: string, valore: string])[]
  /** ISO 8601 */
  readonly dal: string
  readonly al: string
  /** policy OIDs (certificatePolicies) */
  readonly politiche?: readonly string[]
}

export const OID = {
  commonName: '2.5.4.3',
  countryName: '2.5.4.6',
  localityName: '2.5.4.7',
  organizationName: '2.5.4.10',
  organizationIdentifier: '2.5.4.97',
  uri: '2.5.4.83',
} as const

function der(tipo: number, ...parti: readonly Buffer[]): Buffer {
  const dentro = Buffer.concat(parti)
  const n = dentro.length
  const lunghezza = n < 128 ? [n] : n < 256 ? [0x81, n] : [0x82, n >> 8, n & 255]
  return Buffer.concat([Buffer.from([tipo, ...lunghezza]), dentro])
}
const seq = (...p: readonly Buffer[]) => der(0x30, ...p)
const ottetti = (b: Buffer) => der(0x04, b)
const bit = (b: Buffer) => der(0x03, Buffer.from([0]), b)

function oid(testo: string): Buffer {
  const [a = 0, b = 0, ...resto] = testo.split('.').map(Number)
  const base128 = (n: number): number[] => {
    const cifre = [n & 127]
    for (let r = Math.floor(n / 128); r > 0; r = Math.floor(r / 128)) cifre.unshift((r & 127) | 128)
    return cifre
  }
  return der(0x06, Buffer.from([a * 40 + b, ...resto.flatMap(base128)]))
}

/** UTCTime until 2049, then GeneralizedTime (RFC 5280 4.1.2.5). */
function istante(iso: string): Buffer {
  const cifre = new Date(iso).toISOString().replace(/\.\d+/, '').replaceAll(/[-:T]/g, '')
  return Number(cifre.slice(0, 4)) < 2050 ? der(0x17, Buffer.from(cifre.slice(2))) : der(0x18, Buffer.from(cifre))
}

const nome = (s: DaCertificare['soggetto']) =>
  seq(
    ...s.map(([o, v]) =>
      // A country is a PrintableString, everything else UTF8String.
      der(0x31, seq(oid(o), der(o === OID.countryName ? 0x13 : 0x0c, Buffer.from(v, 'utf8')))),
    ),
  )

const RSA_SHA256 = seq(oid('1.2.840.113549.1.1.11'), der(0x05))
const estensione = (o: string, critica: boolean, valore: Buffer) =>
  seq(oid(o), ...(critica ? [der(0x01, Buffer.from([0xff]))] : []), ottetti(valore))

/** Makes a self-signed certificate (RSA, SHA-256) for signing: keyUsage digitalSignature and nonRepudiation, no CA. */
export function certificato(chiave: KeyObject, d: DaCertificare): X509Certificate {
  const pubblica = createPublicKey(chiave).export({ type: 'spki', format: 'der' })
  const serie = randomBytes(16)
  serie[0] = (serie[0]! & 0x7f) | 0x01 // positive, never zero
  const ski = createHash('sha1').update(pubblica).digest()
  const estensioni = [
    estensione('2.5.29.19', false, seq()),
    estensione('2.5.29.15', true, der(0x03, Buffer.from([6, 0xc0]))),
    estensione('2.5.29.14', false, ottetti(ski)),
    ...(d.politiche?.length ? [estensione('2.5.29.32', false, seq(...d.politiche.map(p => seq(oid(p)))))] : []),
  ]
  const corpo = seq(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, serie),
    RSA_SHA256,
    nome(d.soggetto),
    seq(istante(d.dal), istante(d.al)),
    nome(d.soggetto),
    pubblica,
    der(0xa3, seq(...estensioni)),
  )
  return new X509Certificate(seq(corpo, RSA_SHA256, bit(sign('sha256', corpo, chiave))))
}
