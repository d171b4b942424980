import { Temporal } from 'temporal-polyfill'
import { type DoveAperta, doveAperta } from '../richieste/index.ts'
import { type Istantanea, istantanea } from '../statistiche/index.ts'
import { assistenza } from '../ui/index.ts'
import type { OpzioniPortale } from './contesto.ts'

/** What holds between one change and the next. */
export interface Giornata {
  istantanea: Istantanea | undefined
  /** where citizens may ask for corrections */
  rettifica: DoveAperta | undefined
  /** Another one as soon as anything has changed on which all pages depend. */
  segno: string
  /** when it was asked for and when it ends, milliseconds since 1970 */
  letta: number
  scade: number
}

/** No page is believed for longer: a snapshot counted again is not announced. */
const AL_MASSIMO = 300
const UN_SECONDO = 1000

/** Seconds for which a page sent at `t` (milliseconds since 1970) may be shown without asking again. */
export const restano = ({ scade }: Giornata, t: number): number =>
  Math.max(0, Math.min(AL_MASSIMO, Math.floor((scade - t) / 1000)))

/** Milliseconds since 1970 of the next change that can be known ahead: the helpdesk's, or the day's turn in Rome. */
function prossimo(adesso: string): number {
  const domani = Temporal.Instant.from(adesso).toZonedDateTimeISO('Europe/Rome').startOfDay().add({ days: 1 })
  return Math.min(Date.parse(assistenza(adesso).cambia), domani.epochMilliseconds)
}

/** What holds now. The database is asked for the newest snapshot, and for where corrections may be asked, at most once a second, and once for all who ask
 *  meanwhile; so each process notices within a second, whoever took it. An error goes to those who waited for it. */
export function giornate(
  o: Pick<OpzioniPortale, 'db' | 'oggi' | 'adesso' | 'fresca'>,
): () => Giornata | Promise<Giornata> {
  const fresca = o.fresca ?? UN_SECONDO
  let da = 0
  let fino = 0
  let chiesta = Number.NEGATIVE_INFINITY
  let domanda: Promise<void> | undefined
  let ultima: Istantanea | undefined
  let rettifica: DoveAperta | undefined
  let dove = ''

  const chiedi = async () => {
    const inizio = performance.now()
    try {
      ultima = await istantanea(o.db)
      rettifica = await doveAperta(o.db, o.oggi())
      dove = JSON.stringify(rettifica)
      chiesta = inizio
    } finally {
      domanda = undefined
    }
  }
  const ora = (): Giornata => {
    const t = Date.parse(o.adesso())
    if (t < da || t >= fino) {
      da = t
      fino = prossimo(o.adesso())
    }
    return {
      istantanea: ultima,
      rettifica,
      segno: `${ultima?.giorno} ${ultima?.versione} ${fino} ${dove}`,
      letta: t,
      scade: fino,
    }
  }
  return () => {
    if (performance.now() - chiesta < fresca) return ora()
    domanda ??= chiedi()
    return domanda.then(ora)
  }
}
