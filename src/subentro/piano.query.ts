import type { Tx } from '../db/index.ts'
import { sql } from '../db/sql.ts'

/** What a comune has planned. Window and preferred date are kept apart: comuni took the last day for the date
 *  (italia/anpr #2534). Dates AAAA-MM-GG. */
export interface Piano {
  readonly comune: number
  readonly presubentro?: string | undefined
  readonly prima?: string | undefined
  readonly ultima?: string | undefined
  readonly preferita?: string | undefined
}

/** Sets the plans of these comuni, replacing the earlier ones. */
export const pianifica = (tx: Tx, piani: readonly Piano[]) =>
  tx.run(sql`
    insert into comune_piano (comune_id, presubentro, prima, ultima, preferita)
    select comune, presubentro, prima, ultima, preferita
      from json_to_recordset(${JSON.stringify(piani)})
        as p (comune int, presubentro date, prima date, ultima date, preferita date)
    on conflict (comune_id) do update set presubentro = excluded.presubentro, prima = excluded.prima,
      ultima = excluded.ultima, preferita = excluded.preferita`)
