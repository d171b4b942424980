import { Temporal } from 'temporal-polyfill'
import { primoFeriale } from '../calendario/index.ts'

/** By when a request must be answered; days are AAAA-MM-GG. */
export interface Scadenze {
  /** last lawful day: one month from receipt (GDPR art. 12(3)), counted as Reg. (CEE, Euratom) 1182/71 art. 3 says */
  readonly legge: string
  /** the 30th day, as the real system counts (italia/anpr #3198) */
  readonly trentesimo: string
  /** the earlier of the two, which the comune is shown */
  readonly comune: string
}

/** Day of receipt not counted; the same date of the last month, or that month's last day; moved off Saturdays, Sundays and
 *  holidays (Reg. 1182/71 art. 3(1), (2)(c), (4)). */
const dopoMesi = (ricevuta: string, mesi: number): string =>
  primoFeriale(Temporal.PlainDate.from(ricevuta).add({ months: mesi }, { overflow: 'constrain' }).toString())

/** @param ricevuta the day, in Rome, on which the request was sent
 *  @param prorogata extended, once, by two more months, counted from receipt: three in all (GDPR art. 12(3)) */
export function scadenze(ricevuta: string, prorogata: boolean): Scadenze {
  const legge = dopoMesi(ricevuta, prorogata ? 3 : 1)
  const trentesimo = Temporal.PlainDate.from(ricevuta).add({ days: 30 }).toString()
  const comune = prorogata || legge < trentesimo ? legge : trentesimo
  return { legge, trentesimo, comune }
}

/** Until when the citizen may be told of an extension: within the first month. */
export const prorogabileFinoAl = (ricevuta: string): string => dopoMesi(ricevuta, 1)

/** Days from one day to another, negative once it has passed. */
export const giorniTra = (da: string, a: string): number => (Date.parse(a) - Date.parse(da)) / 86_400_000

/** Why the law lets a comune take longer: "complexity and number of the requests" (GDPR art. 12(3)). */
export const MOTIVI_PROROGA = ['complessita', 'numero'] as const
export type MotivoProroga = (typeof MOTIVI_PROROGA)[number]
