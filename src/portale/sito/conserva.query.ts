import type { Tx } from '../../db/index.ts'
import { sql } from '../../db/sql.ts'

/** Forgets what people wrote more than a year ago: the texts of the second step (its answers stay counted), and the
 *  reports whole, e-mail addresses with them. The pages say so (`sito.segnala`, `sito.valuta`). */
export async function dimentica(tx: Tx, oggi: string): Promise<void> {
  await tx.run(sql`
    update valutazione_dettaglio set testo = null
     where testo is not null and giorno < ${oggi}::date - interval '12 months'`)
  await tx.run(sql`
    delete from segnalazione_accessibilita
     where ricevuta < (${oggi}::date - interval '12 months')::timestamp at time zone 'Europe/Rome'`)
}
