import { crc32 } from 'node:zlib'

export type Formato = 'pdf' | 'jpeg' | 'png'
/** P002's `idFormatoFile`: 1 is PDF; the numbers of the others stand in no published table, so 99, "altro". */
export const FORMATI: Readonly<Record<Formato, { tipo: string; estensione: string; codice: string }>> = {
  pdf: { tipo: 'application/pdf', estensione: 'pdf', codice: '1' },
  jpeg: { tipo: 'image/jpeg', estensione: 'jpg', codice: '99' },
  png: { tipo: 'image/png', estensione: 'png', codice: '99' },
}

export type Difetto = 'vuoto' | 'formato' | 'troncato' | 'danneggiato' | 'protetto' | 'enorme'
/** A picture of more than this many pixels would fill an officer's memory when it opens, however small its file is. */
const PIXEL = 64_000_000

/** What a file is by its content, whatever its name says; pictures without what says where, when and by which telephone they
 *  were taken. */
export function esamina(dati: Buffer): { formato: Formato; pulito: Buffer } | { difetto: Difetto } {
  if (dati.length === 0) return { difetto: 'vuoto' }
  if (dati.subarray(0, 5).toString('latin1') === '%PDF-') return pdf(dati)
  if (dati.subarray(0, 8).equals(PNG)) return png(dati)
  if (dati[0] === 0xff && dati[1] === 0xd8) return jpeg(dati)
  return { difetto: 'formato' }
}

/** A PDF ends with %%EOF: one that was cut in the middle does not. One with a password nobody at the comune could open. */
function pdf(dati: Buffer): ReturnType<typeof esamina> {
  if (!dati.subarray(-2048).includes('%%EOF')) return { difetto: 'troncato' }
  if (dati.includes('/Encrypt')) return { difetto: 'protetto' }
  return { formato: 'pdf', pulito: dati }
}

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
/** Parts that the picture is drawn from; all the others (text, EXIF, time) go. */
const DISEGNO = new Set([
  'IHDR',
  'PLTE',
  'IDAT',
  'IEND',
  'tRNS',
  'gAMA',
  'cHRM',
  'sRGB',
  'iCCP',
  'sBIT',
  'bKGD',
  'pHYs',
])
function png(dati: Buffer): ReturnType<typeof esamina> {
  const parti: Buffer[] = [PNG]
  for (let i = PNG.length; ; ) {
    if (i + 12 > dati.length) return { difetto: 'troncato' }
    const fine = i + 12 + dati.readUInt32BE(i)
    if (fine > dati.length) return { difetto: 'troncato' }
    const nome = dati.toString('latin1', i + 4, i + 8)
    if (crc32(dati.subarray(i + 4, fine - 4)) !== dati.readUInt32BE(fine - 4)) return { difetto: 'danneggiato' }
    if ((i === PNG.length) !== (nome === 'IHDR')) return { difetto: 'danneggiato' }
    if (nome === 'IHDR' && dati.readUInt32BE(i + 8) * dati.readUInt32BE(i + 12) > PIXEL) return { difetto: 'enorme' }
    if (DISEGNO.has(nome)) parti.push(dati.subarray(i, fine))
    // What follows the end is no part of the picture: dropped.
    if (nome === 'IEND') return { formato: 'png', pulito: Buffer.concat(parti) }
    i = fine
  }
}

const SOI = Buffer.from([0xff, 0xd8])
const EOI = Buffer.from([0xff, 0xd9])
/** APP0 (JFIF), APP2 (colours) and APP14 (Adobe's transform) say how the picture is drawn; other APPs and comments go. */
const resta = (marca: number) => !(marca >= 0xe0 && marca <= 0xef) || [0xe0, 0xe2, 0xee].includes(marca)
function jpeg(dati: Buffer): ReturnType<typeof esamina> {
  const parti: Buffer[] = [SOI]
  let verso = 1
  for (let i = 2; ; ) {
    if (i + 4 > dati.length) return { difetto: 'troncato' }
    if (dati[i] !== 0xff) return { difetto: 'danneggiato' }
    const marca = dati[i + 1]!
    if (marca === 0xff) {
      i++ // fill byte
      continue
    }
    const fine = i + 2 + dati.readUInt16BE(i + 2)
    if (fine > dati.length) return { difetto: 'troncato' }
    if (fine < i + 4 || marca < 0xc0) return { difetto: 'danneggiato' }
    const segmento = dati.subarray(i, fine)
    if (marca >= 0xc0 && marca <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marca) && segmento.length >= 9)
      if (segmento.readUInt16BE(5) * segmento.readUInt16BE(7) > PIXEL) return { difetto: 'enorme' }
    if (marca === 0xe1) verso = orientamento(segmento) ?? verso
    if (resta(marca) && marca !== 0xfe) parti.push(segmento)
    if (marca === 0xda) {
      const ultimo = dati.lastIndexOf(EOI)
      if (ultimo < fine) return { difetto: 'troncato' }
      // Without its EXIF a photograph would lie on its side: only the turn is written anew.
      if (verso !== 1) parti.splice(1, 0, exif(verso))
      return { formato: 'jpeg', pulito: Buffer.concat([...parti, dati.subarray(fine, ultimo + 2)]) }
    }
    i = fine
  }
}

/** Tag 0x0112 of an EXIF segment: 1 to 8, how the camera was held. */
function orientamento(s: Buffer): number | undefined {
  if (s.toString('latin1', 4, 10) !== 'Exif\0\0' || s.length < 24) return undefined
  const t = s.subarray(10)
  const piccolo = t.toString('latin1', 0, 2) === 'II'
  const u16 = (i: number) => (i + 2 > t.length ? 0 : piccolo ? t.readUInt16LE(i) : t.readUInt16BE(i))
  const inizio = piccolo ? t.readUInt32LE(4) : t.readUInt32BE(4)
  for (let n = 0; n < Math.min(u16(inizio), 200); n++) {
    const voce = inizio + 2 + n * 12
    if (u16(voce) !== 0x0112) continue
    const v = u16(voce + 8)
    return v >= 1 && v <= 8 ? v : undefined
  }
  return undefined
}

/** An APP1 that says only how the picture is turned. */
function exif(verso: number): Buffer {
  const t = Buffer.alloc(26)
  t.write('MM\0*', 'latin1')
  t.writeUInt32BE(8, 4)
  t.writeUInt16BE(1, 8)
  t.writeUInt16BE(0x0112, 10)
  t.writeUInt16BE(3, 12)
  t.writeUInt32BE(1, 14)
  t.writeUInt16BE(verso, 18)
  const testa = Buffer.from([0xff, 0xe1, 0, 0])
  testa.writeUInt16BE(2 + 6 + t.length, 2)
  return Buffer.concat([testa, Buffer.from('Exif\0\0', 'latin1'), t])
}
