import type { RuoloOperatore } from '../../identita/index.ts'
import { nostroPercorso } from '../../web/index.ts'

const CASA = { ufficiale: '/com', prefettura: '/prefettura', ministero: '/ministero' } as const

/** Where an operator goes when she has come in: where she wanted to, if it is in her own pages, else to their first.
 *  @param dopo whatever the browser said */
export function casaDi(ruolo: RuoloOperatore, dopo: string | undefined): string {
  const casa = CASA[ruolo]
  const chiesto = nostroPercorso(dopo)
  return chiesto !== undefined && new RegExp(`^${casa}([/?]|$)`).test(chiesto) ? chiesto : casa
}
