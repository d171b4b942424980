import { Temporal } from 'temporal-polyfill'

/** Whether the helpdesk answers at this instant, and the instant at which that changes.
 *  @param adesso ISO 8601 */
export function assistenza(adesso: string): { aperta: boolean; cambia: string } {
  const domani = Temporal.Instant.from(adesso).toZonedDateTimeISO('Europe/Rome').startOfDay().add({ days: 1 })
  return { aperta: true, cambia: domani.toInstant().toString() }
}
