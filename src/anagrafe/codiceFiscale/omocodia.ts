import { carattereDiControllo } from './codiceFiscale.ts'

/** The seven digits that may become letters, from the right (D.M. 12 March 1974, art. 6). */
const POSTI = [14, 13, 12, 10, 9, 7, 6]
/** 0 becomes L, 1 M, … 9 V. */
const LETTERE = 'LMNPQRSTUV'
export const LIVELLI_DI_OMOCODIA = 2 ** POSTI.length - 1

/** Sets of places as bits, in the order in which they are taken: one place before two, from the right.
 *  The decree says only "from the right"; the order of those of equal size is ours. */
const INSIEMI: readonly number[] = Array.from({ length: LIVELLI_DI_OMOCODIA + 1 }, (_, bit) => bit).sort(
  (a, b) => quanti(a) - quanti(b) || a - b,
)
function quanti(bit: number): number {
  return POSTI.filter((_, i) => bit & (1 << i)).length
}
const LIVELLI: readonly number[] = INSIEMI.map((_, bit) => INSIEMI.indexOf(bit))

/** The codice fiscale given to one more person with the same base code: `livello` 0 is the base code itself, 1 has its
 *  last digit replaced, … 127 all seven. Throws RangeError beyond. */
export function omocodia(base: string, livello: number): string {
  const insieme = INSIEMI[livello]
  if (insieme === undefined) throw new RangeError(`omocodia ${livello}: there are ${LIVELLI_DI_OMOCODIA}`)
  if (livello === 0) return base
  const c = base.slice(0, 15).split('')
  POSTI.forEach((p, i) => {
    if (insieme & (1 << i)) c[p] = LETTERE.charAt(Number(c[p]))
  })
  const quindici = c.join('')
  return quindici + carattereDiControllo(quindici)
}

/** The first fifteen characters with digits where an omocodia put letters, and its level (0: none). Capitals in. */
export function disfaOmocodia(codice: string): { quindici: string; livello: number } {
  let quindici = codice.slice(0, 15)
  let insieme = 0
  for (let i = 0; i < POSTI.length; i++) {
    const p = POSTI[i]!
    if (codice.charCodeAt(p) < 65) continue
    const cifra = LETTERE.indexOf(codice.charAt(p))
    if (cifra < 0) continue
    insieme |= 1 << i
    quindici = quindici.slice(0, p) + cifra + quindici.slice(p + 1)
  }
  return { quindici, livello: LIVELLI[insieme]! }
}

/** The base code of a codice fiscale, whatever its omocodia: letters back to digits, control character anew. */
export function senzaOmocodia(codice: string): string {
  const { quindici } = disfaOmocodia(codice)
  return quindici + carattereDiControllo(quindici)
}
