import type { Operazione } from '../motore/operazione.ts'
import { AIRE } from './aire.ts'
import { CANCELLAZIONI } from './cancellazione.ts'
import { COMPOSIZIONI } from './composizione.ts'
import { CONVIVENZE } from './convivenza.ts'
import { DECESSI } from './decesso.ts'
import { ISCRIZIONI } from './iscrizione.ts'
import { MATRIMONI } from './matrimonio.ts'
import { NASCITE } from './nascita.ts'
import { TRASFERIMENTI } from './trasferimento.ts'
import { UNIONI } from './unioni.ts'

/** Every operation, by its official number. A new one is a declaration in a file of its subject and a name here. */
export const OPERAZIONI: ReadonlyMap<string, Operazione> = new Map(
  [
    ...NASCITE,
    ...ISCRIZIONI,
    ...DECESSI,
    ...CANCELLAZIONI,
    ...TRASFERIMENTI,
    ...AIRE,
    ...CONVIVENZE,
    ...COMPOSIZIONI,
    ...MATRIMONI,
    ...UNIONI,
  ].map(o => [o.servizio, o]),
)
