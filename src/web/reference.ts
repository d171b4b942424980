import { createHash, randomInt } from 'node:crypto'

// Read out over the phone: no letter that sounds or looks like another or like a digit.
const SEGNI = '23456789ACDEFHJKLMNPRTUVWXY'

/** A reference number such as `K7R2-M9XD`: id of a request, shown on error pages, found in the log. */
export const reference = (): string => {
  const segni = Array.from({ length: 8 }, () => SEGNI[randomInt(SEGNI.length)]).join('')
  return `${segni.slice(0, 4)}-${segni.slice(4)}`
}

/** The reference of a content: the same for the same. */
export const riferimentoDi = (...parti: readonly string[]): string => {
  const byte = createHash('sha256').update(JSON.stringify(parti)).digest()
  const segni = Array.from({ length: 8 }, (_, n) => SEGNI[byte.readUInt16BE(n * 2) % SEGNI.length]).join('')
  return `${segni.slice(0, 4)}-${segni.slice(4)}`
}
