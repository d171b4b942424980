import type { Operazione } from '../motore/operazione.ts'
import { decesso } from './decesso.ts'
import { nascita } from './nascita.ts'
import { trasferimentoFamiglia, trasferimentoParte } from './trasferimento.ts'

/** Every operation, by its official number. A new one is a declaration in a file of its own and a name here. */
export const OPERAZIONI: ReadonlyMap<string, Operazione> = new Map(
  [nascita, decesso, trasferimentoFamiglia, trasferimentoParte].map(o => [o.servizio, o]),
)
