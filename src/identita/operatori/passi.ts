import type { Tx } from '../../db/index.ts'
import { impronta, segreto, èSegreto } from '../segreti.ts'
import { deponi, ritira, togliVecchi } from './passi.query.ts'

/** What a listener for certificates has proved: which workstation, and then whose card. */
export type Prova =
  | {
      readonly passo: 'postazione'
      readonly postazione: string
      readonly comune: number | null
      readonly prefettura: string | null
    }
  | { readonly passo: 'carta'; readonly postazione: string; readonly operatore: string }
type Passo = Prova['passo']

const SECONDI = 60
const daQuando = (ora: string) => new Date(Date.parse(ora) - SECONDI * 1000).toISOString()

/** Keeps what was proved for a minute. @param browser what `legaBrowser` of `web` returned when it began
 *  @returns the one-time key under which the next door finds it */
export async function lasciaPassare(tx: Tx, prova: Prova, browser: string, ora: string): Promise<string> {
  const chiave = segreto()
  await deponi(tx, { chiave: impronta(chiave), browser, prova, ora })
  return chiave
}

/** Fetches what was proved, once. Undefined: used before, older than a minute, of another step, or none of ours. */
export async function prendiPasso<P extends Passo>(
  tx: Tx,
  passo: P,
  chiave: string | undefined,
  ora: string,
): Promise<{ prova: Extract<Prova, { passo: P }>; browser: string } | undefined> {
  const trovato = èSegreto(chiave) ? await ritira(tx, impronta(chiave), daQuando(ora)) : undefined
  if (!trovato || trovato.scaduto || trovato.prova.passo !== passo) return undefined
  return { prova: trovato.prova as Extract<Prova, { passo: P }>, browser: trovato.browser }
}

/** Deletes steps that nobody took up. For the job. @returns how many */
export const pulisciPassi = (tx: Tx, ora: string): Promise<number> => togliVecchi(tx, daQuando(ora))
