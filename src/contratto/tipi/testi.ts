// Text, numbers and dates that the other types are made of.

import { caratteri, restringe, xsDate, xsString } from '../linguaggio.ts'
import { LETTERE } from './lettere.ts'

export const alfabeticoNomiCognomi = restringe(xsString, {
  whiteSpace: 'preserve',
  minLength: 1,
  maxLength: 80,
  pattern: `([${LETTERE}a-zA-Z\\- '.,])*`,
})
export const alfabeticoProvincia = restringe(xsString, { length: 2, pattern: `([${LETTERE}a-zA-Z\\- ',.])*` })
export const alfanumericobase = restringe(xsString, { pattern: `([0-9${LETTERE}a-zA-Z\\- '.,])*` })
export const alfanumerico120char = restringe(alfanumericobase, { minLength: 1, maxLength: 120 })
export const alfanumericoParteIndirizzo10 = restringe(alfanumericobase, { minLength: 1, maxLength: 10 })
export const alfanumericoParteIndirizzo4 = restringe(alfanumericobase, { minLength: 1, maxLength: 4 })
export const alfanumericoslashbase = restringe(xsString, { pattern: `([0-9${LETTERE}a-zA-Z\\- '/.,()])*` })
export const alfanumericoslash120char = restringe(alfanumericoslashbase, { minLength: 1, maxLength: 120 })
export const alfanumericoComune = restringe(alfanumericoslashbase, { minLength: 1, maxLength: 80 })
export const alfanumericoIndirizzo = restringe(alfanumericoslashbase, { minLength: 1, maxLength: 100 })
export const char1 = restringe(xsString, { length: 1 })
export const charMax2 = restringe(xsString, { minLength: 1, maxLength: 2 })
export const charMax20 = restringe(xsString, { minLength: 1, maxLength: 20 })
export const charMax100 = restringe(xsString, { minLength: 1, maxLength: 100 })
export const numerico = restringe(xsString, { whiteSpace: 'collapse', pattern: '(\\d)+' })
export const numerico1 = restringe(numerico, { length: 1 })
export const numerico2 = restringe(numerico, { length: 2 })
export const numerico3 = restringe(numerico, { length: 3 })
export const numerico4 = restringe(numerico, { length: 4 })
export const numericoMax2 = restringe(numerico, { maxLength: 2 })
export const numericoMax3 = restringe(numerico, { maxLength: 3 })
export const numericoMax4 = restringe(numerico, { maxLength: 4 })
export const numericoMax5 = restringe(numerico, { maxLength: 5 })
export const numericoMax6 = restringe(numerico, { maxLength: 6 })
export const numericoMax15 = restringe(numerico, { maxLength: 15 })
export const numericoMax20 = restringe(numerico, { maxLength: 20 })
export const tipoDataAnagrafica = restringe(xsDate)
export const tipoNoteBase = caratteri(`0-9a-zA-Z${LETTERE},.\\-'":; `, 1, 240)
export const tipoNote = restringe(tipoNoteBase, { minLength: 1, maxLength: 240 })
export const tipoSN = restringe(charMax20, { pattern: 'SI|NO|si|no|Si|No|s|n|S|N' })
export const tipoSN1 = restringe(char1, { pattern: 'S|N|s|n' })
export const tipoSenza = restringe(numerico1, { pattern: '1' })
export const tipoScheda = restringe(numerico1)
export const char2 = restringe(xsString, { length: 2 })
export const charMax4 = restringe(xsString, { minLength: 1, maxLength: 4 })
export const charMax240 = restringe(xsString, { maxLength: 240 })
