import { randomInt } from 'node:crypto'

// Read out over the phone: no letter that sounds or looks like another or like a digit.
const SEGNI = '23456789ACDEFHJKLMNPRTUVWXY'

/** A reference number such as `K7R2-M9XD`: id of a request, shown on error pages, found in the log. */
export const reference = (): string => {
  const segni = Array.from({ length: 8 }, () => SEGNI[randomInt(SEGNI.length)]).join('')
  return `${segni.slice(0, 4)}-${segni.slice(4)}`
}
