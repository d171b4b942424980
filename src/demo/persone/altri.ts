import type { TipoAltriDati, TipoCensimento, TipoGeneralitaSoggetto } from '../../contratto/index.ts'
import { type Caso, pesata } from './caso.ts'
import { annoDi, giorno } from './giorni.ts'
import type { Ambiente, Gruppo, Persona } from './gruppo.ts'

/** Titles of study (decode table 11) by first year of birth. ISTAT, Livelli di istruzione 2023: of those aged 25–64 65.5 % have a
 *  secondary title or more, 21.6 % a degree; older cohorts from the census of 2011. */
const TITOLI = [
  [0, pesata([['7', 7], ['8', 52], ['9', 21], ['A', 4], ['C', 11], ['G', 5]])],
  [1945, pesata([['8', 14], ['9', 36], ['A', 8], ['C', 29], ['G', 13]])],
  [1965, pesata([['8', 3], ['9', 32], ['A', 8], ['C', 37], ['F', 4], ['G', 15], ['H', 1]])],
  [1985, pesata([['8', 1], ['9', 22], ['A', 8], ['C', 43], ['F', 12], ['G', 13], ['H', 1]])],
] as const // biome-ignore format: a table

/** Positions of those who work (table 9): ISTAT, Forze di lavoro 2023; 21 % are self-employed. */
const POSIZIONI = pesata([['1', 2.5], ['2', 43], ['3', 34], ['4', 6], ['5', 11], ['6', 1.5], ['7', 2]]) // biome-ignore format: a table
/** Of a hundred aged 25–64, at work: men 80, women 58 (ISTAT, 2023). */
const AL_LAVORO = { M: 0.8, F: 0.58 }

function titolo(c: Caso, p: Persona, eta: number): string {
  if (eta < 6) return '0'
  if (eta < 11) return '7'
  if (eta < 14) return '8'
  const anno = annoDi(p.nascita)
  const t = TITOLI.findLast(([dal]) => dal <= anno)![1](c)
  if (eta < 19) return '9'
  if (eta < 22) return 'FGH'.includes(t) ? 'C' : t
  return eta < 25 && 'GH'.includes(t) ? 'F' : t
}

/** Profession and study, for statistics (D.P.R. 223/1989, art. 35: not certified). Tables 9, 10, 11. */
export function altriDati(c: Caso, p: Persona, eta: number): TipoAltriDati {
  const titoloStudio = titolo(c, p, eta)
  const fuori = (condizioneNonProfessionale: string) => ({
    posizioneProfessionale: '0',
    condizioneNonProfessionale,
    titoloStudio,
  })
  if (eta < 6) return fuori('0')
  if (eta < 17) return fuori('2')
  if (eta < 25 && c.capita(eta < 19 ? 0.93 : 0.6)) return fuori('2')
  if (eta >= 67) return fuori(p.sesso === 'M' || c.capita(0.72) ? '4' : '1')
  if (c.capita(eta > 60 ? AL_LAVORO[p.sesso] * 0.7 : AL_LAVORO[p.sesso])) {
    return { posizioneProfessionale: POSIZIONI(c), condizioneNonProfessionale: '0', titoloStudio }
  }
  if (eta > 60) return fuori(p.sesso === 'M' || c.capita(0.5) ? '4' : '1')
  return fuori(p.sesso === 'F' && c.capita(0.6) ? '1' : c.capita(0.7) ? '3' : '5')
}

/** Sections of the last general census before the extraction that the family was here for; its sheet is the family's. */
export function censimento(c: Caso, a: Ambiente, g: Gruppo): TipoCensimento | undefined {
  const anno = [2021, 2011, 2001].find(x => giorno(x, 10, 9) < a.oggi && g.origine < giorno(x, 10, 9))
  if (anno === undefined || g.estero) return undefined
  const sezioni = Math.max(1, Math.round(a.qui.abitanti / 150))
  return {
    annoCensimento: String(anno),
    sezioneCensimento: String(c.fra(1, Math.min(sezioni, 9999))),
    foglioCensimento: String(c.fra(1, 99_999)).padStart(5, '0'),
  }
}

/** The electors' list: Italians of age (law 470/1988 keeps those abroad in it). The leva list: men from the year in which they turn
 *  seventeen (D.Lgs. 66/2010, art. 1931). */
export function liste(
  a: Ambiente,
  p: Persona,
  eta: number,
): Pick<TipoGeneralitaSoggetto, 'listaElettorale' | 'listaLeva'> {
  if (p.nazione) return {}
  const comune = a.qui.il(a.oggi)!.comune!
  const chiamato = p.sesso === 'M' && annoDi(a.oggi) - annoDi(p.nascita) >= 17
  return {
    listaElettorale: eta >= 18 ? { elettore: 'S', comune } : { elettore: 'N' },
    ...(chiamato && { listaLeva: { iscritto: 'S', comune } }),
  }
}

/** Years, not rounded. */
export const etaDi = (a: Ambiente, p: Persona) => (a.oggi - p.nascita) / 365.2425
/** The census counts who was here on its day. */
export const eraQui = (p: Persona, s: TipoCensimento | undefined): boolean =>
  s !== undefined &&
  p.iscrizione < giorno(Number(s.annoCensimento), 10, 9) &&
  p.ingresso < giorno(Number(s.annoCensimento), 10, 9)
