import type { Read } from '../../db/index.ts'
import type { Campi } from '../../web/index.ts'
import { comuneDi } from '../sede/comuneDi.ts'

/** What is wrong with a field, by a code that the page puts into words. */
export type GuastoApertura = 'ignoto' | 'vuoto' | 'giorno' | 'passato' | 'prima'
export type GuastiApertura = Partial<Record<'comune' | 'dal' | 'al', GuastoApertura>>

const GIORNO = /^\d{4}-\d{2}-\d{2}$/
const èGiorno = (v: string) => GIORNO.test(v) && new Date(`${v}T00:00:00Z`).toISOString().startsWith(v)

/** Reads the form that opens rettifica: for one comune, by name or ISTAT code, or for all; from a day, up to another or
 *  for good. A day that is over can no longer be the first: nobody could have asked on it. */
export async function leggiApertura(
  read: Read,
  m: Campi,
  oggi: string,
): Promise<{ comune: number; dal: string; al?: string | undefined } | { guasti: GuastiApertura }> {
  const guasti: GuastiApertura = {}
  const scritto = (m.comune ?? '').trim()
  const tutti = m.dove === 'tutti'
  const comune = tutti ? 0 : scritto === '' ? undefined : await comuneDi(read, scritto, oggi)
  if (comune === undefined) guasti.comune = scritto === '' ? 'vuoto' : 'ignoto'
  const [dal = '', al = ''] = [m.dal?.trim(), m.al?.trim()]
  if (dal === '') guasti.dal = 'vuoto'
  else if (!èGiorno(dal)) guasti.dal = 'giorno'
  else if (dal < oggi) guasti.dal = 'passato'
  const fine = guastoFine(al, dal, oggi)
  if (fine) guasti.al = fine
  if (comune === undefined || Object.keys(guasti).length > 0) return { guasti }
  return { comune, dal, al: al || undefined }
}

/** What is wrong with a last day; empty: there is none. */
export function guastoFine(al: string, dal: string, oggi: string): GuastoApertura | undefined {
  if (al === '') return undefined
  if (!èGiorno(al)) return 'giorno'
  if (al < dal) return 'prima'
  return al < oggi ? 'passato' : undefined
}
