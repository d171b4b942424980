import type { Operazione } from '../motore/operazione.ts'
import { AIRE } from './aire.ts'
import { CANCELLAZIONI } from './cancellazione.ts'
import { CODICI_FISCALI } from './codiceFiscale.ts'
import { COMPOSIZIONI } from './composizione.ts'
import { CONVIVENZE } from './convivenza.ts'
import { CORREZIONI } from './correzioni.ts'
import { DATI_PERSONA } from './datiPersona.ts'
import { DECESSI } from './decesso.ts'
import { GENERALITA_E_STATO } from './generalita.ts'
import { INDIRIZZI } from './indirizzi.ts'
import { ISCRIZIONI } from './iscrizione.ts'
import { MATRIMONI } from './matrimonio.ts'
import { NASCITE } from './nascita.ts'
import { RETTIFICHE } from './rettifiche.ts'
import { REVOCHE } from './revoche.ts'
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
    ...DATI_PERSONA,
    ...GENERALITA_E_STATO,
    ...INDIRIZZI,
    ...REVOCHE,
    ...RETTIFICHE,
    ...CORREZIONI,
    ...CODICI_FISCALI,
  ].map(o => [o.servizio, o]),
)
