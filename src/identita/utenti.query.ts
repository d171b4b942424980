import { Type as T } from 'typebox'
import { row, type Tx } from '../db/index.ts'
import { sql } from '../db/sql.ts'

const UTENTE = row(T.Object({ id: T.String(), codice_fiscale: T.String() }))

/** The pseudonyms of many people, made where they have none yet.
 *  @param entrati codice fiscale → first login, ISO 8601 */
export async function utentiDi(tx: Tx, entrati: ReadonlyMap<string, string>): Promise<ReadonlyMap<string, string>> {
  const codici = [...entrati.keys()]
  await tx.run(sql`
    insert into utente (codice_fiscale, creato, entrata)
    select c, e, e from unnest(${codici}::text[], ${[...entrati.values()]}::timestamptz[]) as n (c, e)
        on conflict (codice_fiscale) do nothing`)
  const righe = await tx.rows(
    UTENTE,
    sql`select id, codice_fiscale from utente where codice_fiscale = any(${codici}::text[])`,
  )
  return new Map(righe.map(r => [r.codice_fiscale, r.id]))
}
