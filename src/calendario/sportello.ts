import { Temporal } from 'temporal-polyfill'
import { èFestivo } from './feste.ts'

/** Opening hours of a service: on each day of the week (1 Monday to 7 Sunday) from and to, HH:MM in Rome. */
export type Orari = Readonly<Partial<Record<number, readonly [apre: string, chiude: string]>>>

export interface Apertura {
  aperta: boolean
  /** The instant of the next opening or closing, ISO 8601 in UTC, whole seconds. */
  cambia: string
}

const ROMA = 'Europe/Rome'
const istante = (giorno: Temporal.PlainDate, ora: string) =>
  giorno.toZonedDateTime({ timeZone: ROMA, plainTime: Temporal.PlainTime.from(ora) }).toInstant()

/** Whether a service that keeps `orari`, but not on national holidays, is open, and when that changes.
 *  Open from the first instant of its hours, closed from the last. @param adesso ISO 8601 */
export function apertura(adesso: string, orari: Orari): Apertura {
  const ora = Temporal.Instant.from(adesso)
  let giorno = ora.toZonedDateTimeISO(ROMA).toPlainDate()
  // Between two openings never lie more days than a week and a long holiday: a table without hours ends the search.
  for (let n = 0; n < 30; n++, giorno = giorno.add({ days: 1 })) {
    const orario = orari[giorno.dayOfWeek]
    if (!orario || èFestivo(giorno.toString())) continue
    for (const [quale, aperta] of [
      [0, false],
      [1, true],
    ] as const) {
      const cambia = istante(giorno, orario[quale])
      if (Temporal.Instant.compare(ora, cambia) < 0) return { aperta, cambia: cambia.toString() }
    }
  }
  throw new RangeError('a service without opening hours never opens')
}
