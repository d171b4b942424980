import { crc32, deflateSync } from 'node:zlib'

const u32 = (n: number) => {
  const b = Buffer.alloc(4)
  b.writeUInt32BE(n)
  return b
}
const parte = (nome: string, dati: Buffer) => {
  const corpo = Buffer.concat([Buffer.from(nome, 'latin1'), dati])
  return Buffer.concat([u32(dati.length), corpo, u32(crc32(corpo))])
}

/** A picture that any viewer draws: grey, of this many pixels, with a text part that should not get through. */
export function png(lato: number, scritto = 'GPS 41.9 12.5'): Buffer {
  const testa = Buffer.concat([u32(lato), u32(lato), Buffer.from([8, 0, 0, 0, 0])])
  const righe = Buffer.alloc((lato + 1) * lato, 128)
  for (let y = 0; y < lato; y++) righe[y * (lato + 1)] = 0
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    parte('IHDR', testa),
    parte('tEXt', Buffer.from(`Comment\0${scritto}`)),
    parte('IDAT', deflateSync(righe)),
    parte('IEND', Buffer.alloc(0)),
  ])
}

const segmento = (marca: number, dati: Buffer) => {
  const testa = Buffer.from([0xff, marca, 0, 0])
  testa.writeUInt16BE(dati.length + 2, 2)
  return Buffer.concat([testa, dati])
}
/** The segments of a JPEG, with an EXIF that says where it was taken and how the camera was held. */
export function jpeg(o: { verso?: number; larghezza?: number; altezza?: number } = {}): Buffer {
  const tiff = Buffer.alloc(26)
  tiff.write('II*\0', 'latin1')
  tiff.writeUInt32LE(8, 4)
  tiff.writeUInt16LE(1, 8)
  tiff.writeUInt16LE(0x0112, 10)
  tiff.writeUInt16LE(3, 12)
  tiff.writeUInt32LE(1, 14)
  tiff.writeUInt16LE(o.verso ?? 1, 18)
  const misure = Buffer.from([8, 0, 0, 0, 0, 1, 1, 0x11, 0])
  misure.writeUInt16BE(o.altezza ?? 16, 1)
  misure.writeUInt16BE(o.larghezza ?? 16, 3)
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segmento(0xe0, Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\0\0', 'latin1')),
    segmento(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff, Buffer.from('GPS 41.9 12.5')])),
    segmento(0xfe, Buffer.from('fatta da me')),
    segmento(0xc0, misure),
    segmento(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.from([0x12, 0x34, 0x56]),
    Buffer.from([0xff, 0xd9]),
  ])
}

/** As small a PDF as there is, grown to a size. */
export const pdf = (byte = 0): Buffer =>
  Buffer.from(
    `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n%${'x'.repeat(byte)}\ntrailer<</Root 1 0 R>>\n%%EOF\n`,
  )
