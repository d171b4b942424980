// As much DER as a certificate and a revocation list want. Strict: one way to write a length, nothing beyond the end.
// Whoever reads with it has checked the signature over the bytes before: nobody but an issuer of the list writes them.

/** Bytes that are not what they should be. */
export class NonDer extends Error {}

/** A value with its tag; `intero` are the bytes with tag and length, which signatures are made over. */
export interface Nodo {
  readonly tag: number
  readonly valore: Buffer
  readonly intero: Buffer
}

const MASSIMA = 2 ** 31

function unNodo(b: Buffer, da: number): Nodo {
  const tag = b[da]
  let inizio = da + 2
  let lunghezza = b[da + 1]
  if (tag === undefined || lunghezza === undefined || (tag & 0x1f) === 0x1f) throw new NonDer('no tag')
  if (lunghezza >= 0x80) {
    const byte = lunghezza & 0x7f
    if (byte === 0 || byte > 4 || inizio + byte > b.length) throw new NonDer('no length')
    lunghezza = b.readUIntBE(inizio, byte)
    if (lunghezza < 0x80 || lunghezza > MASSIMA) throw new NonDer('a length written otherwise than DER does')
    inizio += byte
  }
  const fine = inizio + lunghezza
  if (fine > b.length) throw new NonDer('beyond the end')
  return { tag, valore: b.subarray(inizio, fine), intero: b.subarray(da, fine) }
}

/** The values inside a value, one after another. @throws {NonDer} */
export function* figli(di: Nodo): Generator<Nodo, undefined> {
  for (let da = 0; da < di.valore.length; ) {
    const n = unNodo(di.valore, da)
    yield n
    da += n.intero.length
  }
  return undefined
}

/** One value that fills the bytes. @throws {NonDer} */
export function leggiDer(b: Buffer): Nodo {
  const n = unNodo(b, 0)
  if (n.intero.length !== b.length) throw new NonDer('something follows')
  return n
}

export const INTERO = 0x02
export const BIT = 0x03
export const BOOLEANO = 0x01
export const OID = 0x06
export const SEQUENZA = 0x30

/** A node that must have a tag. @throws {NonDer} */
export function atteso(n: Nodo | undefined, tag: number): Nodo {
  if (n?.tag !== tag) throw new NonDer(`not the tag ${tag}`)
  return n
}

/** `1.3.76.16.2.1` */
export function oid(n: Nodo): string {
  const parti: number[] = []
  let v = 0
  for (const byte of atteso(n, OID).valore) {
    v = v * 128 + (byte & 0x7f)
    if (byte & 0x80) continue
    if (parti.length === 0) parti.push(Math.min(Math.floor(v / 40), 2), v - Math.min(Math.floor(v / 40), 2) * 40)
    else parti.push(v)
    v = 0
  }
  return parti.join('.')
}

/** Text in the alphabets that names in certificates use. */
export function testo(n: Nodo): string {
  if (n.tag === 0x1e) return Buffer.from(n.valore).swap16().toString('utf16le')
  return n.valore.toString(n.tag === 0x0c ? 'utf8' : 'latin1')
}

/** UTCTime (two digits of the year: 1950–2049) and GeneralizedTime, both in Z. @throws {NonDer} */
export function istante(n: Nodo): string {
  const t = n.valore.toString('latin1')
  const lungo = n.tag === 0x18 ? t : n.tag === 0x17 ? (Number(t.slice(0, 2)) < 50 ? '20' : '19') + t : ''
  const m = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/.exec(lungo)
  if (!m) throw new NonDer('no instant')
  return `${m[1]}-${m[2]}-${m[3]}T${m[4]}:${m[5]}:${m[6]}Z`
}

/** A serial number as Node's X509Certificate writes it: capital hexadecimal, whole bytes. */
export const seriale = (n: Nodo): string => {
  const cifre = atteso(n, INTERO)
    .valore.toString('hex')
    .toUpperCase()
    .replace(/^(00)+(?=.)/, '')
  return cifre
}
