import { Type as T } from 'typebox'
import { type Read, row } from '../../db/index.ts'
import { sql } from '../../db/sql.ts'

const TROVATO = row(T.Object({ comune_id: T.Integer() }))

/** Stub of the sibling branch's search: by the beginning of the name. */
export const cercaComuni = (read: Read, testo: string, d: { il: string; limite: number }) =>
  read.rows(
    TROVATO,
    sql`select comune as comune_id from comune_periodo
         where dal <= ${d.il} and (al is null or al >= ${d.il}) and not da_istituire
           and (starts_with(lower(nome), lower(${testo})) or starts_with(lower(nome_traslitterato), lower(${testo})))
         order by length(nome), nome limit ${d.limite}::int`,
  )
