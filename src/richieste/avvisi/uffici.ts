import type { Read, Tx } from '../../db/index.ts'
import { RichiestaRifiutata } from '../errori.ts'
import { scriviUfficio, type Ufficio, ufficio } from './uffici.query.ts'

/** Where an office wants to be told. `riunito`: all of a day in one message, else a message each. */
export interface AvvisiUfficio {
  readonly email: string | null
  readonly pec: string | null
  readonly riunito: boolean
}
const NESSUNO: AvvisiUfficio = { email: null, pec: null, riunito: false }

/** A comune's settings; with who wrote them last, and when, where somebody has. @param comune our id */
export const avvisiDelComune = async (read: Read, comune: number): Promise<Ufficio | AvvisiUfficio> =>
  (await ufficio(read, 'comune', String(comune))) ?? NESSUNO
/** A prefettura's settings; it is told of a day's overdue requests in one message. @param codice as the territory has it */
export const avvisiDellaPrefettura = async (read: Read, codice: string): Promise<Ufficio | AvvisiUfficio> =>
  (await ufficio(read, 'prefettura', codice)) ?? { ...NESSUNO, riunito: true }

/** @param a addresses as `email()` of identita reads them: nothing else may come here; empty or null: none
 *  @throws CampiErrati `email`, `pec` */
export const scegliAvvisiDelComune = (tx: Tx, comune: number, a: AvvisiUfficio & { chi: string; adesso: string }) =>
  scegli(tx, 'comune', String(comune), a)
export const scegliAvvisiDellaPrefettura = (
  tx: Tx,
  codice: string,
  a: Omit<AvvisiUfficio, 'riunito'> & { chi: string; adesso: string },
) => scegli(tx, 'prefettura', codice, { ...a, riunito: true })

/** The doors check more finely (`email()` of identita): here stands what must never pass, whatever a door forgets. */
const INDIRIZZO = /^[^\s<>@,;:"]{1,64}@[^\s<>@,;:"]+\.[^\s<>@,;:"]+$/
async function scegli(
  tx: Tx,
  a: 'comune' | 'prefettura',
  codice: string,
  s: AvvisiUfficio & { chi: string; adesso: string },
) {
  const [email, pec] = [s.email?.trim() || null, s.pec?.trim() || null]
  const campi: Record<string, string> = {}
  for (const [campo, v] of Object.entries({ email, pec }))
    if (v !== null && (v.length > 254 || !INDIRIZZO.test(v))) campi[campo] = 'formato'
  if (Object.keys(campi).length > 0) throw new RichiestaRifiutata('CampiErrati', { campi })
  await scriviUfficio(tx, { a, ufficio: codice, email, pec, riunito: s.riunito, adesso: s.adesso, chi: s.chi })
}
