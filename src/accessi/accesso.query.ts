import type { Tx } from '../db/index.ts'
import { sql } from '../db/sql.ts'
import type { Chiamante } from './chiamante.ts'
import { codiceFinalita, type Finalita } from './finalita.ts'

/** On what ground data are read: who, why, through which service or page. */
export interface Motivo {
  readonly chi: Chiamante
  readonly finalita: Finalita
  readonly servizio: string
}

/** The ground as `accesso_registra(motivo, scheda)` takes it: a query that shows a person calls that function in its
 *  list of columns, so that reading and recording are one statement. A record of its own costs another trip to the
 *  database, half again the time of the read. */
export const perRegistrare = (m: Motivo): string =>
  JSON.stringify({
    ruolo: m.chi.ruolo,
    chi: m.chi.id,
    per_conto: m.chi.comune,
    finalita: codiceFinalita(m.finalita),
    servizio: m.servizio,
  })

/** Makes the partitions of this month and the next two where they are missing. Run every night: rows of a month
 *  without one go to `accesso_altro`. */
export const preparaMesi = (tx: Tx, oggi: string) =>
  tx.run(sql`select accesso_mese((${oggi}::date + n * interval '1 month')::date) from generate_series(0, 2) n`)
