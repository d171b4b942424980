import { decodifica } from '../anagrafe/index.ts'
import { type CampoDelContratto, violato } from '../contratto/index.ts'

/** What a person wrote, as the register takes it; or what is wrong with it. `perche`: in Italian, where the contract says. */
export type ValoreScritto =
  | { readonly valore: string }
  | {
      readonly guasto: 'vuoto' | 'forma' | 'inesistente' | 'futuro' | 'incompleto' | 'controllo'
      readonly perche?: string
    }

/** As the register writes: capitals, straight apostrophes, one blank between words. */
const nelRegistro = (testo: string): string =>
  testo.normalize('NFC').toUpperCase().replace(/[’‘ʼ]/g, "'").replace(/\s+/g, ' ').trim()

/** A text, by the contract's type of it: its letters and its length. */
export function leggiTesto(campo: CampoDelContratto, testo: string): ValoreScritto {
  const valore = nelRegistro(testo)
  if (valore === '') return { guasto: 'vuoto' }
  const perche = violato(campo, valore)
  return perche === undefined ? { valore } : { guasto: 'forma', perche }
}

/** Sixteen characters whose last follows from the others; or eleven digits, as provisional ones have. */
export function leggiCodiceFiscale(testo: string): ValoreScritto {
  const valore = nelRegistro(testo).replaceAll(' ', '')
  if (valore === '') return { guasto: 'vuoto' }
  const d = decodifica(valore)
  if (!d) return { guasto: 'forma' }
  return d.controllo.trovato === d.controllo.atteso ? { valore } : { guasto: 'controllo' }
}

const FORMA = /^(?:(?:(\d{1,2})[/.-])?(\d{1,2})[/.-])?(\d{4})$/
/** A day as Italians write it, `14/5/1979`; where that may be unknown also `5/1979`, `1979`.
 *  @returns AAAA-MM-GG, AAAA-MM or AAAA */
export function leggiGiorno(
  testo: string,
  o: { parziale?: boolean | undefined; futuro?: boolean | undefined; oggi: string },
): ValoreScritto {
  if (testo.trim() === '') return { guasto: 'vuoto' }
  const [, g, m, anno] = FORMA.exec(testo.trim()) ?? []
  if (anno === undefined) return { guasto: 'forma' }
  if (g === undefined && !o.parziale) return { guasto: 'incompleto' }
  const valore = [anno, m?.padStart(2, '0'), g?.padStart(2, '0')].filter(p => p !== undefined).join('-')
  const intero = `${valore}-01-01`.slice(0, 10)
  const d = new Date(`${intero}T00:00:00Z`)
  if (Number.isNaN(d.getTime()) || d.toISOString().slice(0, 10) !== intero || anno < '1800')
    return { guasto: 'inesistente' }
  return !o.futuro && intero > o.oggi ? { guasto: 'futuro' } : { valore }
}
