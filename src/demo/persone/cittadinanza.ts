import type { TipoCittadinanza } from '../../contratto/index.ts'
import type { Caso } from './caso.ts'
import { anni, testoDi } from './giorni.ts'
import type { Ambiente, Gruppo, Persona } from './gruppo.ts'
import { stato } from './luoghi.ts'

const di = (codiceStato: string, dal: number): TipoCittadinanza => ({
  descrizioneStato: codiceStato === '100' ? 'ITALIA' : stato(codiceStato).nome,
  codiceStato,
  dataValidita: testoDi(dal),
})

/** A new Italian has sworn some ten years after coming (law 91/1992, art. 9); children born since are Italian by birth. */
const giurato = (a: Ambiente, p: Persona) =>
  Math.max(p.nascita, Math.min(p.iscrizione + anni(10), a.oggi - ((p.nascita * 31) & 1023)))

/** Italian from birth, from the oath, or foreign. */
export const cittadinanza = (a: Ambiente, p: Persona): TipoCittadinanza =>
  p.nazione ? di(p.nazione.stato, p.nascita) : di('100', p.origine ? giurato(a, p) : p.nascita)

/** States whose law takes their citizenship away from who becomes Italian. */
const NON_DOPPIA: ReadonlySet<string> = new Set(['314', '330', '420'])

/** Second citizenships: that of the country one came from, or lives in. */
export function altreCittadinanze(c: Caso, g: Gruppo, p: Persona): TipoCittadinanza[] | undefined {
  if (p.origine && !NON_DOPPIA.has(p.origine.stato)) return [di(p.origine.stato, p.nascita)]
  const qui = g.estero?.dove
  if (qui && c.capita((p.luogo.comune ? 0.3 : 1) * (qui.doppia / 100)))
    return [di(qui.stato, Math.max(p.nascita, p.luogo.comune ? p.iscrizione : p.nascita))]
  return undefined
}
