import { giorniDelMese } from './codiceFiscale/codiceFiscale.ts'

/** A day that the calendar has, AAAA-MM-GG. */
export const èGiorno = (s: string): boolean =>
  /^\d{4}-(0[1-9]|1[0-2])-\d\d$/.test(s) &&
  s >= '0001' &&
  Number(s.slice(8)) >= 1 &&
  Number(s.slice(8)) <= giorniDelMese(Number(s.slice(0, 4)), Number(s.slice(5, 7)))
