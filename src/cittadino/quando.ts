import { Temporal } from 'temporal-polyfill'

/** An instant as people say it: day and minute, Europe/Rome. */
export function quando(istante: string): { giorno: string; ora: string } {
  const z = Temporal.Instant.from(istante).toZonedDateTimeISO('Europe/Rome')
  return { giorno: z.toPlainDate().toString(), ora: z.toPlainTime().toString({ smallestUnit: 'minute' }) }
}
