import { Temporal } from 'temporal-polyfill'

/** As our connections have the database say instants: the clock of Rome. */
const DI_ROMA = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d)/

/** An instant in Rome: the day, and the minute. What the database says is taken as it stands: a list of fifty rows spent more
 *  on reckoning its days than on everything else. */
export function quando(istante: string): { giorno: string; ora: string } {
  const [, giorno, ora] = DI_ROMA.exec(istante) ?? []
  if (giorno && ora) return { giorno, ora }
  const z = Temporal.Instant.from(istante).toZonedDateTimeISO('Europe/Rome')
  return { giorno: z.toPlainDate().toString(), ora: z.toPlainTime().toString({ smallestUnit: 'minute' }) }
}
export const giornoDi = (istante: string): string => quando(istante).giorno
/** `2026-11-25` → `25/11/2026`: in tables, where a month's name has no room. */
export const breve = (giorno: string): string => giorno.split('-').reverse().join('/')
