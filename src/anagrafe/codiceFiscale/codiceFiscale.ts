import { soloLettere } from '../lettere.ts'

/** What a codice fiscale is computed from. `luogo` is the cadastral code of the comune of birth, or of the foreign
 *  state (Z…). An absent name or surname is the empty text, never both. */
export interface DatiCodiceFiscale {
  cognome: string
  nome: string
  sesso: 'M' | 'F'
  dataNascita: string
  luogo: string
}

/** Thrown where no codice fiscale follows from the data; `parte` says which datum is to blame. */
export class CodiceFiscaleImpossibile extends Error {
  readonly parte: keyof DatiCodiceFiscale
  readonly valore: string
  constructor(parte: keyof DatiCodiceFiscale, valore: string) {
    super(`no codice fiscale: ${parte}`)
    this.parte = parte
    this.valore = valore
  }
}

/** Letters of the twelve months (D.M. 12 March 1974, art. 4). */
export const MESI = 'ABCDEHLMPRST'
/** What an odd place counts for, digits then letters (same decree, art. 7): 0 and A count 1, 1 and B count 0, … */
const DISPARI = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23] // biome-ignore format: a table

const GIORNI = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** How many days that month of that year has; 0 for a month that is none. */
export function giorniDelMese(anno: number, mese: number): number {
  const bisestile = (anno % 4 === 0 && anno % 100 !== 0) || anno % 400 === 0
  return mese === 2 && !bisestile ? 28 : (GIORNI[mese - 1] ?? 0)
}

const consonanti = (lettere: string) => lettere.replace(/[AEIOU]/g, '')
const vocali = (lettere: string) => lettere.replace(/[^AEIOU]/g, '')

/** Three letters: consonants, then vowels, then X (art. 2). */
export const codiceCognome = (cognome: string): string => treDelCognome(soloLettere(cognome))
export function treDelCognome(lettere: string): string {
  return `${consonanti(lettere)}${vocali(lettere)}XXX`.slice(0, 3)
}

/** As the surname; but where the name has four consonants or more the second is left out (art. 3). */
export const codiceNome = (nome: string): string => treDelNome(soloLettere(nome))
export function treDelNome(lettere: string): string {
  const c = consonanti(lettere)
  return c.length > 3 ? c.charAt(0) + c.charAt(2) + c.charAt(3) : treDelCognome(lettere)
}

/** Year, letter of the month and day, 40 more for a woman (art. 4 and 5). */
export function codiceNascita(data: string, sesso: 'M' | 'F'): string {
  const mese = Number(data.slice(5, 7))
  const giorno = Number(data.slice(8))
  const giorni = giorniDelMese(Number(data.slice(0, 4)), mese)
  if (!/^\d{4}-\d\d-\d\d$/.test(data) || giorno < 1 || giorno > giorni) {
    throw new CodiceFiscaleImpossibile('dataNascita', data)
  }
  return data.slice(2, 4) + MESI.charAt(mese - 1) + String(sesso === 'F' ? giorno + 40 : giorno).padStart(2, '0')
}

/** Sixteenth character, from the fifteen before it (art. 7). Letters of an omocodia count as themselves. */
export function carattereDiControllo(quindici: string): string {
  let somma = 0
  for (let i = 0; i < 15; i++) {
    const c = quindici.charCodeAt(i)
    const valore = c >= 65 ? c - 65 : c - 48 // even place: A counts 0, as 0 does
    somma += i % 2 === 1 ? valore : DISPARI[c >= 65 ? valore + 10 : valore]!
  }
  return String.fromCharCode(65 + (somma % 26))
}

/** The codice fiscale that follows from the data (D.M. 12 March 1974). The one in force is the Agenzia delle Entrate's:
 *  it may differ by an omocodia (`omocodia.ts`). Throws {@link CodiceFiscaleImpossibile}. */
export function codiceFiscale(d: DatiCodiceFiscale): string {
  if (soloLettere(d.cognome + d.nome) === '') throw new CodiceFiscaleImpossibile('cognome', d.cognome)
  if (d.sesso !== 'M' && d.sesso !== 'F') throw new CodiceFiscaleImpossibile('sesso', d.sesso)
  if (!/^[A-Z]\d{3}$/.test(d.luogo)) throw new CodiceFiscaleImpossibile('luogo', d.luogo)
  const quindici = codiceCognome(d.cognome) + codiceNome(d.nome) + codiceNascita(d.dataNascita, d.sesso) + d.luogo
  return quindici + carattereDiControllo(quindici)
}
