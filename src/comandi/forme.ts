import { existsSync } from 'node:fs'
import { oggi } from '../orologio.ts'

/** How a word or an option's value must look. */
export interface Forma {
  /** as help writes it: FILE */
  readonly nome: string
  /** as a sentence says it: il FILE */
  readonly cosa: string
  /** what to write instead; nothing where it is well */
  readonly errore: (testo: string) => string | undefined
}

const secondo = (nome: string, cosa: string, va: (testo: string) => boolean, rimedio: string): Forma => ({
  nome,
  cosa,
  errore: testo => (va(testo) ? undefined : rimedio),
})

const èGiorno = (testo: string) => {
  const d = new Date(/^\d{4}-\d\d-\d\d$/.test(testo) ? `${testo}T00:00:00Z` : '')
  return !Number.isNaN(d.getTime()) && d.toISOString().startsWith(testo)
}

export const testo = (nome: string, cosa: string): Forma =>
  secondo(nome, cosa, t => t.trim() !== '', 'scrivi almeno un carattere')
export const intero = (min: number): Forma =>
  secondo('N', 'il numero', t => /^\d{1,9}$/.test(t) && Number(t) >= min, `scrivi un numero intero da ${min} in su`)
export const NUMERO = secondo('NUMERO', 'il NUMERO', t => /^\d{1,18}$/.test(t), 'scrivi il numero, in cifre')
export const FILE = secondo('FILE', 'il FILE', existsSync, "non c'è")
export const GIORNO = secondo('GIORNO', 'il GIORNO', èGiorno, 'scrivi un giorno AAAA-MM-GG')
export const GIORNO_PASSATO = secondo(
  'GIORNO',
  'il GIORNO',
  t => èGiorno(t) && t <= oggi(),
  'scrivi un giorno AAAA-MM-GG, non dopo oggi',
)
export const CODICI_ISTAT = secondo(
  'ISTAT',
  'il codice ISTAT',
  t => t.split(',').every(c => /^\d{6}$/.test(c.trim())),
  'scrivi codici ISTAT di sei cifre, separati da virgole',
)
/** A seal of the register of accesses, as `accessi verifica` prints it: its end and its chain. */
export const SIGILLO = secondo(
  'SIGILLO',
  'il sigillo',
  t => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z=[0-9a-f]{64}$/.test(t.trim()),
  'scrivilo come lo ha stampato questo comando',
)
