import { Temporal } from 'temporal-polyfill'
import { type Apertura, apertura, type Orari } from '../calendario/index.ts'
import type { Testi } from './testi/it.ts'

// As the ministry's circular 19/2021 has them; the words of `piede.assistenza.orari` say the same.
const LAVORATIVO = ['08:00', '18:00'] as const
const ORARI: Orari = {
  1: LAVORATIVO,
  2: LAVORATIVO,
  3: LAVORATIVO,
  4: LAVORATIVO,
  5: LAVORATIVO,
  6: ['08:00', '14:00'],
}

/** Whether the helpdesk (800 863 116) answers, and the instant (ISO 8601, UTC) when that changes: until then a page that
 *  says so stays true. Monday to Friday 8–18, Saturday 8–14, never on a national holiday. @param adesso ISO 8601 */
export const assistenza = (adesso: string): Apertura => apertura(adesso, ORARI)

interface InParole {
  aperta: boolean
  testo: string
}
/** What was said last, and in which minute: every page says it twice, and it took half the time of drawing one. */
let detto: { minuto: string; testi: Testi; parole: InParole } | undefined

/** The same in words: open until when, or closed until which day and hour. */
export function assistenzaInParole(adesso: string, testi: Testi): InParole {
  const minuto = adesso.replace(/(T\d\d:\d\d):\d\d(\.\d+)?/, '$1') // it opens, closes and turns a day on whole minutes
  if (detto?.minuto !== minuto || detto.testi !== testi) detto = { minuto, testi, parole: inParole(adesso, testi) }
  return detto.parole
}

function inParole(adesso: string, testi: Testi): InParole {
  const t = testi.piede.assistenza
  const { aperta, cambia } = assistenza(adesso)
  const roma = (istante: string) => Temporal.Instant.from(istante).toZonedDateTimeISO('Europe/Rome')
  const quando = roma(cambia)
  const giorni = roma(adesso).toPlainDate().until(quando.toPlainDate()).days
  const giorno = `${testi.giorniSettimana[quando.dayOfWeek - 1]} ${quando.day} ${testi.mesi[quando.month - 1]}`
  const testo = aperta ? t.aperta(quando.hour) : t.chiusa([t.oggi, t.domani][giorni] ?? giorno, quando.hour)
  return { aperta, testo }
}
