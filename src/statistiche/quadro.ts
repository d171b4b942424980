import type { Read } from '../db/index.ts'
import { type Dove, type Livello, proroghePerMotivo, type Rettifiche, rettifiche } from './rettifiche.query.ts'
import { type MeseRettifiche, mesiRettifiche } from './rettificheMesi.query.ts'

/** A year and the month of a year ago. */
const MESI = 13

export interface QuadroRettifiche {
  totale: Rettifiche
  parti: { livello: Livello; righe: Rettifiche[] }
  proroghe: { motivo: string | null; quante: number }[]
  mesi: MeseRettifiche[]
}

/** All that is said of the requests of a territory, in parts of a level; undefined where there is no such territory. */
export async function quadroRettifiche(
  read: Read,
  livello: Livello,
  dove: Dove,
  oggi: string,
): Promise<QuadroRettifiche | undefined> {
  const [righe, proroghe, mesi] = await Promise.all([
    rettifiche(read, livello, dove, oggi),
    proroghePerMotivo(read, dove),
    mesiRettifiche(read, dove, oggi, MESI),
  ])
  // Parts without a code belong nowhere: the row of the whole is the only one without.
  const totale = righe.find(r => r.chiave === null)
  const parti = righe.filter(r => r.chiave !== null)
  return totale && parti.length > 0 ? { totale, parti: { livello, righe: parti }, proroghe, mesi } : undefined
}
