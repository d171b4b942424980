import { Temporal } from 'temporal-polyfill'
import type { Db, Tx } from '../../db/index.ts'
import type { Richiesta } from '../richiesta.query.ts'
import { scriviAlCittadino, scriviAlComune, scriviPromemoria } from './avvisi.query.ts'
import { EVENTI, type Evento, PROMEMORIA } from './eventi.ts'

/** After so many days a notice is no longer sent: what it says has long been seen elsewhere. */
const GIORNI = 5
/** Digests and reminders go out at this hour in Rome. */
const ORA = 7
/** `idTipologiaRecapito` (decode table 54) of the PEC that a citizen gave with her request. */
const PEC = '2'

const piùTardi = (adesso: string) => new Date(Date.parse(adesso) + GIORNI * 86_400_000).toISOString()

/** Notes whom what happened concerns, in the transaction in which it happens: no step without its notices, no notice of a step
 *  that was taken back. A job finds the addresses and sends (src/avvisi.ts).
 *  @param n the move's number, or the message's */
export async function annuncia(
  tx: Tx,
  r: Richiesta,
  evento: Evento,
  n: number | string,
  adesso: string,
): Promise<void> {
  const avviso = { richiesta: r.id, evento, n: String(n), adesso, scade: piùTardi(adesso) }
  for (const a of EVENTI[evento])
    if (a === 'cittadino') {
      const pec = r.recapiti.some(x => x.tipo === PEC)
      await scriviAlCittadino(tx, { ...avviso, canali: ['email', 'domicilio', ...(pec ? ['pec'] : [])] })
    } else if (a === 'comune')
      await scriviAlComune(tx, { ...avviso, comune: r.comune_id, riepilogo: prossimoRiepilogo(adesso) })
}

/** When the next digest goes out: at seven in Rome. */
export function prossimoRiepilogo(adesso: string): string {
  const ora = Temporal.Instant.from(adesso).toZonedDateTimeISO('Europe/Rome')
  const oggi = ora.toPlainDate().toZonedDateTime({ timeZone: 'Europe/Rome', plainTime: { hour: ORA } })
  const alle = Temporal.ZonedDateTime.compare(ora, oggi) < 0 ? oggi : oggi.add({ days: 1 })
  return alle.toInstant().toString()
}

/** The daily job: reminds comuni of terms, tells prefetture of those that have passed; each once a request and term, however
 *  often it runs. @returns how many notices were written */
export async function promemoria(db: Db, oggi: string, adesso: string): Promise<number> {
  const alle = Temporal.PlainDate.from(oggi)
    .toZonedDateTime({ timeZone: 'Europe/Rome', plainTime: { hour: ORA } })
    .toInstant()
    .toString()
  let quanti = 0
  for (const p of PROMEMORIA) {
    const giorno = (g: number) =>
      Number.isFinite(g) ? Temporal.PlainDate.from(oggi).add({ days: g }).toString() : null
    quanti += await db.tx(tx =>
      scriviPromemoria(tx, {
        evento: p.evento,
        legge: p.termine === 'scade_legge',
        dopo: giorno(p.oltre),
        entro: giorno(p.entro)!,
        a: EVENTI[p.evento],
        adesso,
        alle,
        scade: piùTardi(adesso),
      }),
    )
  }
  return quanti
}
