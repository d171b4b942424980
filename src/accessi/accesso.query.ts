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

/** Records that these schede were read or changed, in the transaction that reads or changes them. */
export const registra = async (tx: Tx, m: Motivo, schede: readonly string[]): Promise<void> => {
  if (schede.length === 0) return
  await tx.run(sql`
    insert into accesso (ruolo, chi, per_conto, finalita, servizio, scheda_id)
    select ${m.chi.ruolo}, ${m.chi.id}, ${m.chi.comune ?? null}::int, ${codiceFinalita(m.finalita)}, ${m.servizio}, id
      from unnest(${schede}::bigint[]) id`)
}

/** Makes the partitions of this month and the next two where they are missing. Run every night: rows of a month
 *  without one go to `accesso_altro`. */
export const preparaMesi = (tx: Tx, oggi: string) =>
  tx.run(sql`select accesso_mese((${oggi}::date + n * interval '1 month')::date) from generate_series(0, 2) n`)
