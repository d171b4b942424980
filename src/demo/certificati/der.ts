/** A value in DER: tag, length, what it holds. */
export function tlv(tag: number, ...parti: readonly Buffer[]): Buffer {
  const valore = Buffer.concat(parti)
  const n = valore.length
  if (n < 0x80) return Buffer.concat([Buffer.from([tag, n]), valore])
  const cifre = esadecimale(n)
  return Buffer.concat([Buffer.from([tag, 0x80 | cifre.length]), cifre, valore])
}

export const seq = (...parti: readonly Buffer[]): Buffer => tlv(0x30, ...parti)
export const insieme = (...parti: readonly Buffer[]): Buffer => tlv(0x31, ...parti)
/** [n], around something. */
export const marca = (n: number, ...parti: readonly Buffer[]): Buffer => tlv(0xa0 | n, ...parti)
export const byte = (b: Buffer): Buffer => tlv(0x04, b)
export const bit = (b: Buffer, avanzo = 0): Buffer => tlv(0x03, Buffer.from([avanzo]), b)
export const utf8 = (t: string): Buffer => tlv(0x0c, Buffer.from(t))
export const nullo = (): Buffer => tlv(0x05)
export const vero = (): Buffer => tlv(0x01, Buffer.from([0xff]))

const esadecimale = (n: number) => {
  const t = n.toString(16)
  return Buffer.from(t.length % 2 ? `0${t}` : t, 'hex')
}

/** A number that is not negative. */
export function intero(n: number | Buffer): Buffer {
  const b = typeof n === 'number' ? esadecimale(n) : n
  return tlv(0x02, (b[0] ?? 0) & 0x80 ? Buffer.concat([Buffer.from([0]), b]) : b)
}

export function oid(testo: string): Buffer {
  const [a = 0, b = 0, ...resto] = testo.split('.').map(Number)
  const parti = [a * 40 + b, ...resto].flatMap(v => {
    const cifre = [v & 0x7f]
    for (let r = Math.floor(v / 128); r > 0; r = Math.floor(r / 128)) cifre.unshift((r & 0x7f) | 0x80)
    return cifre
  })
  return tlv(0x06, Buffer.from(parti))
}

/** An instant, as certificates write it: two digits of the year until 2049. */
export function tempo(il: Date): Buffer {
  const t = `${il.toISOString().replace(/[-:T]/g, '').slice(0, 14)}Z`
  return il.getUTCFullYear() < 2050 ? tlv(0x17, Buffer.from(t.slice(2))) : tlv(0x18, Buffer.from(t))
}
