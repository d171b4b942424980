import type { TSchema } from 'typebox'
import type { Contesto } from '../motore/operazione.ts'
import type { RigaScheda } from '../motore/registro.query.ts'

/** A check on the new value, told the person whom it is about. */
export interface Regola<V> {
  codice: string
  gravita?: 'E' | 'W'
  campo?: string
  testo: string
  rimedio: string
  trova(v: V, s: RigaScheda, c: Contesto<unknown>): string[][]
}
export interface Riga<V> {
  /** type of 5008 */
  tipo: string
  nome: string
  /** field of the request */
  campo: string
  forma: TSchema
  /** schede that the value names */
  nomina?: (v: V) => string[]
  regole: readonly Regola<V>[]
  /** it names places; the days beside them are of her life, or of others' */
  luoghi?: 'suoi' | 'altrui'
  /** is there something already? Then a completion leaves it alone */
  pieno(s: RigaScheda): boolean
  metti(s: RigaScheda, v: V, c: Contesto<unknown>): void
}
export const riga = <V>(r: Riga<V>): Riga<unknown> => r as Riga<unknown>
