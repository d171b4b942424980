import { createHash, randomFillSync } from 'node:crypto'

// Read out over the phone: no letter that sounds or looks like another or like a digit.
const SEGNI = '23456789ACDEFHJKLMNPRTUVWXY'
/** Bytes from here on would make the first signs likelier than the others. */
const LIMITE = 256 - (256 % SEGNI.length)

// Every request has one: chance is fetched for five hundred at a time (0.3 µs each, against 7 µs one by one).
const casuali = Buffer.alloc(4096)
let usati = casuali.length

function segno(): string {
  for (;;) {
    if (usati === casuali.length) {
      randomFillSync(casuali)
      usati = 0
    }
    const byte = casuali[usati++]!
    if (byte < LIMITE) return SEGNI[byte % SEGNI.length]!
  }
}

/** A reference number such as `K7R2-M9XD`: id of a request, shown on error pages, found in the log. */
export const reference = (): string => {
  let segni = ''
  for (let n = 0; n < 8; n++) segni += segno()
  return `${segni.slice(0, 4)}-${segni.slice(4)}`
}

/** The reference of a content: the same for the same. */
export const riferimentoDi = (...parti: readonly string[]): string => {
  const byte = createHash('sha256').update(JSON.stringify(parti)).digest()
  const segni = Array.from({ length: 8 }, (_, n) => SEGNI[byte.readUInt16BE(n * 2) % SEGNI.length]).join('')
  return `${segni.slice(0, 4)}-${segni.slice(4)}`
}
