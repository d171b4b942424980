import { CORREGGIBILI, type Ingresso } from '../correggibili.ts'

/** Fields of the operations that nobody asks to have corrected, but that they want (`campiCon` of anagrafe). */
// biome-ignore format: a table
const INOLTRE: Readonly<Record<string, readonly [ingresso: Ingresso, facoltativo: boolean]>> = {
  'stato-civile.note': [{ tipo: 'testo', campo: 'noteStatoCivile' }, true],
  'atto-di-nascita.atto.numero': [{ tipo: 'testo', campo: 'numeroAtto' }, false],
  'atto-di-nascita.atto.data': [{ tipo: 'giorno' }, true],
  'divorzio.sentenza.dal': [{ tipo: 'giorno' }, false],
  'carta-identita.espatrio': [{ tipo: 'scelta', valori: ['S', 'N'] }, false],
  'permesso-soggiorno.note': [{ tipo: 'testo', campo: 'noteSoggiorno' }, true],
}

/** How a field of a correction is written; undefined where there is no such field. */
export function campo(dato: string): { ingresso: Ingresso; facoltativo: boolean } | undefined {
  const chiedibile = CORREGGIBILI.get(dato)
  if (chiedibile) return chiedibile
  const [ingresso, facoltativo] = INOLTRE[dato] ?? []
  return ingresso && { ingresso, facoltativo: facoltativo === true }
}
