import { Temporal } from 'temporal-polyfill'

/** An instant in Rome: the day, and the minute. */
export function quando(istante: string): { giorno: string; ora: string } {
  const z = Temporal.Instant.from(istante).toZonedDateTimeISO('Europe/Rome')
  return { giorno: z.toPlainDate().toString(), ora: z.toPlainTime().toString({ smallestUnit: 'minute' }) }
}
export const giornoDi = (istante: string): string => quando(istante).giorno
/** `2026-11-25` → `25/11/2026`: in tables, where a month's name has no room. */
export const breve = (giorno: string): string => giorno.split('-').reverse().join('/')
