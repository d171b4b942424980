import { carattereDiControllo } from './codiceFiscale.ts'

/** The seven digits that may become letters, from the right (D.M. 12 March 1974, art. 6). */
const POSTI = [14, 13, 12, 10, 9, 7, 6]
/** 0 becomes L, 1 M, … 9 V. */
const LETTERE = 'LMNPQRSTUV'
export const LIVELLI_DI_OMOCODIA = 2 ** POSTI.length - 1

/** The sets of places in the order in which they are taken: one place before two, from the right.
 *  The decree says only "from the right"; the order of those of equal size is ours. */
const SOSTITUZIONI: readonly (readonly number[])[] = Array.from({ length: LIVELLI_DI_OMOCODIA + 1 }, (_, bit) =>
  POSTI.filter((_, i) => bit & (1 << i)),
).sort((a, b) => a.length - b.length)

/** The codice fiscale given to one more person with the same base code: `livello` 0 is the base code itself, 1 has its
 *  last digit replaced, … 127 all seven. Throws RangeError beyond. */
export function omocodia(base: string, livello: number): string {
  const posti = SOSTITUZIONI[livello]
  if (!posti) throw new RangeError(`omocodia ${livello}: there are ${LIVELLI_DI_OMOCODIA}`)
  if (livello === 0) return base
  const c = base.slice(0, 15).split('')
  for (const p of posti) c[p] = LETTERE.charAt(Number(c[p]))
  const quindici = c.join('')
  return quindici + carattereDiControllo(quindici)
}

/** The base code of a codice fiscale, whatever its omocodia: letters back to digits, control character anew. */
export function senzaOmocodia(codice: string): string {
  const c = codice.slice(0, 15).split('')
  for (const p of POSTI) {
    const cifra = LETTERE.indexOf(c[p] ?? '')
    if (cifra >= 0) c[p] = String(cifra)
  }
  const quindici = c.join('')
  return quindici + carattereDiControllo(quindici)
}
