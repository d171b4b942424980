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
