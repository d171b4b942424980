import type { MiaScheda } from '../../anagrafe/index.ts'
import { type Lettura, SEZIONI } from '../../visura/index.ts'
import { campoDel } from '../dati.ts'

/** What a scheda says of a datum now, in words; empty: nothing. */
export function valoreOra(dato: string, scheda: MiaScheda, lettura: Lettura): string {
  const c = campoDel(dato)
  return (c?.campo.leggi(scheda, lettura) ?? []).map(v => v.testo).join(', ')
}

/** A text in three parts, the middle one being what another has not. */
export interface Differenza {
  readonly prima: string
  readonly diverso: string
  readonly dopo: string
}

const SEGMENTI = new Intl.Segmenter('it', { granularity: 'grapheme' })
const lettere = (testo: string) => [...SEGMENTI.segment(testo)].map(s => s.segment)

/** Where two texts differ: what stands between their common beginning and their common end. Letters are compared as a reader
 *  sees them: one with its accent is one. Texts that have nearly nothing in common differ as a whole. */
export function differenza(a: string, b: string): readonly [Differenza, Differenza] {
  const [x, y] = [lettere(a), lettere(b)]
  const corta = Math.min(x.length, y.length)
  let inizio = 0
  while (inizio < corta && x[inizio] === y[inizio]) inizio++
  let fine = 0
  while (fine < corta - inizio && x.at(-1 - fine) === y.at(-1 - fine)) fine++
  if ((inizio + fine) * 2 < corta) [inizio, fine] = [0, 0]
  const taglia = (v: readonly string[]): Differenza => ({
    prima: v.slice(0, inizio).join(''),
    diverso: v.slice(inizio, v.length - fine).join(''),
    dopo: v.slice(v.length - fine).join(''),
  })
  return [taglia(x), taglia(y)]
}

/** The same to a reader: the register writes in capitals, a person as she likes. */
export const stessoTesto = (a: string, b: string): boolean => piano(a) === piano(b)
const piano = (v: string) => v.normalize('NFC').trim().replace(/\s+/g, ' ').toUpperCase()

/** The visura's sections that the asked data are in, and the others. */
export function sezioniDi(dati: readonly { dato: string }[]) {
  const chieste = new Set(dati.map(d => campoDel(d.dato)?.sezione))
  return { chieste: SEZIONI.filter(z => chieste.has(z)), altre: SEZIONI.filter(z => !chieste.has(z)) }
}
