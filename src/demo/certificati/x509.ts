import { createHash, generateKeyPair, type KeyObject, randomBytes, sign } from 'node:crypto'
import { promisify } from 'node:util'
import { bit, byte, insieme, intero, marca, nullo, oid, seq, tempo, tlv, utf8, vero } from './der.ts'

/** RSA, since cards in use know nothing else. */
export const chiavi = (): Promise<{ publicKey: KeyObject; privateKey: KeyObject }> =>
  promisify(generateKeyPair)('rsa', { modulusLength: 2048 })

const CAMPI = { C: '2.5.4.6', O: '2.5.4.10', OU: '2.5.4.11', CN: '2.5.4.3', SN: '2.5.4.4', G: '2.5.4.42' } as const
export type Nome = readonly (readonly [campo: keyof typeof CAMPI, testo: string])[]
const nome = (n: Nome) => seq(...n.map(([campo, testo]) => insieme(seq(oid(CAMPI[campo]), utf8(testo)))))

const FIRMA = seq(oid('1.2.840.113549.1.1.11'), nullo()) // sha256WithRSAEncryption
const firmato = (tbs: Buffer, con: KeyObject) => seq(tbs, FIRMA, bit(sign('sha256', tbs, con)))
const estensione = (id: string, valore: Buffer, critica = false) =>
  seq(oid(id), ...(critica ? [vero()] : []), byte(valore))
const spki = (k: KeyObject) => k.export({ format: 'der', type: 'spki' })
const improntaDi = (k: KeyObject) => createHash('sha1').update(spki(k)).digest()

export interface Autorità {
  readonly nome: Nome
  readonly chiavi: { readonly publicKey: KeyObject; readonly privateKey: KeyObject }
  /** its certificate, DER */
  readonly certificato: Buffer
}

export interface Periodo {
  readonly dal: Date
  readonly al: Date
}

/** An authority that another certifies, or itself. */
export async function autorità(suo: Nome, p: Periodo, da?: Autorità): Promise<Autorità> {
  const k = await chiavi()
  const certificato = certifica(da ?? { nome: suo, chiavi: k }, suo, k.publicKey, p, [
    estensione('2.5.29.19', seq(vero()), true),
    estensione('2.5.29.15', tlv(0x03, Buffer.from([1, 0x06])), true), // keyCertSign, cRLSign
    estensione('2.5.29.14', byte(improntaDi(k.publicKey))),
  ])
  return { nome: suo, chiavi: k, certificato }
}

function certifica(
  da: Pick<Autorità, 'nome' | 'chiavi'>,
  di: Nome,
  chiave: KeyObject,
  p: Periodo,
  estensioni: readonly Buffer[],
): Buffer {
  const numero = randomBytes(8)
  numero[0] = (numero[0]! & 0x7f) | 0x40
  const tbs = seq(
    marca(0, intero(2)),
    intero(numero),
    FIRMA,
    nome(da.nome),
    seq(tempo(p.dal), tempo(p.al)),
    nome(di),
    spki(chiave),
    marca(3, seq(...estensioni, estensione('2.5.29.35', seq(tlv(0x80, improntaDi(da.chiavi.publicKey)))))),
  )
  return firmato(tbs, da.chiavi.privateKey)
}

/** A server's certificate for names and addresses of this machine. */
export const perServer = (da: Autorità, di: Nome, chiave: KeyObject, p: Periodo, dns: string[], ip: Buffer[]): Buffer =>
  certifica(da, di, chiave, p, [
    estensione('2.5.29.15', tlv(0x03, Buffer.from([5, 0xa0])), true), // digitalSignature, keyEncipherment
    estensione('2.5.29.37', seq(oid('1.3.6.1.5.5.7.3.1'))),
    estensione('2.5.29.17', seq(...dns.map(n => tlv(0x82, Buffer.from(n))), ...ip.map(i => tlv(0x87, i)))),
  ])

/** What a card's certificate says; each part can be left out or be another, to see it refused. */
export interface DatiCarta extends Periodo {
  readonly nome: Nome
  readonly politiche: readonly string[]
  readonly usi: readonly string[]
  /** key usage, first byte: 0x80 digitalSignature, 0x40 nonRepudiation */
  readonly uso: number
  /** where its authority publishes what it revoked */
  readonly elenco: string | undefined
}

export const perCarta = (da: Autorità, chiave: KeyObject, c: DatiCarta): Buffer =>
  certifica(da, c.nome, chiave, c, [
    estensione('2.5.29.15', tlv(0x03, Buffer.from([c.uso === 0x80 ? 7 : 6, c.uso])), true),
    ...(c.usi.length > 0 ? [estensione('2.5.29.37', seq(...c.usi.map(oid)))] : []),
    ...(c.politiche.length > 0 ? [estensione('2.5.29.32', seq(...c.politiche.map(p => seq(oid(p)))))] : []),
    ...(c.elenco === undefined
      ? []
      : [estensione('2.5.29.31', seq(seq(marca(0, marca(0, tlv(0x86, Buffer.from(c.elenco)))))))]),
  ])

/** A list of revoked cards, DER.
 *  @param seriali hexadecimal; @param o.estensioni critical ones by their OID, for tests */
export function elencoRevocati(
  da: Autorità,
  seriali: readonly string[],
  o: { emesso: Date; prossimo?: Date; estensioni?: readonly { id: string; valore: Buffer }[] },
): Buffer {
  const voci = seriali.map(s => seq(intero(Buffer.from(s, 'hex')), tempo(o.emesso)))
  const tbs = seq(
    intero(1),
    FIRMA,
    nome(da.nome),
    tempo(o.emesso),
    ...(o.prossimo ? [tempo(o.prossimo)] : []),
    ...(voci.length > 0 ? [seq(Buffer.concat(voci))] : []),
    ...(o.estensioni ? [marca(0, seq(...o.estensioni.map(e => estensione(e.id, e.valore, true))))] : []),
  )
  return firmato(tbs, da.chiavi.privateKey)
}

export const pem = (der: Buffer, cosa: string): string =>
  `-----BEGIN ${cosa}-----\n${der.toString('base64').replace(/.{64}(?!$)/g, '$&\n')}\n-----END ${cosa}-----\n`
