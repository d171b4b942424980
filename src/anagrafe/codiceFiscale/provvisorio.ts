/** The numeric codice fiscale that a person has until there is one of sixteen: seven digits of the person, three of the
 *  office that gave it, one of control (D.M. 23 December 1976 n. 13813, art. 10: as that of a company, hence as a partita
 *  IVA). It says nothing about who bears it. The Agenzia delle Entrate replaces it later (italia/anpr #1181). */
export const FORMA_PROVVISORIO = /^\d{11}$/

/** Eleventh digit, from the ten before it: those in even places count double, less 9 beyond 9, and the whole sum is filled
 *  up to the next ten (Luhn; attached to art. 10 and to D.P.R. 633/1972 for the partita IVA). */
export function cifraDiControllo(dieci: string): string {
  let somma = 0
  for (let i = 0; i < 10; i++) {
    const cifra = dieci.charCodeAt(i) - 48
    const doppia = cifra * 2
    somma += i % 2 === 0 ? cifra : doppia > 9 ? doppia - 9 : doppia
  }
  return String((10 - (somma % 10)) % 10)
}
