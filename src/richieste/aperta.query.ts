import { Type as T } from 'typebox'
import { type Read, type Row, row } from '../db/index.ts'
import { sql } from '../db/sql.ts'

/** How many comuni are told by name. */
const PER_NOME = 20
const DOVE = row(
  T.Object({
    /** in all comuni */
    ovunque: T.Boolean(),
    quanti: T.Integer(),
    /** the first by name, no more than 20 */
    comuni: T.Array(T.Object({ istat: T.String(), nome: T.String() })),
  }),
)
/** Where citizens may ask for corrections. */
export type DoveAperta = Row<typeof DOVE>

/** Where citizens may ask for corrections on a day (AAAA-MM-GG). */
export const doveAperta = async (read: Read, giorno: string): Promise<DoveAperta> =>
  (
    await read.rows(
      DOVE,
      sql`
    with aperti as (
      select distinct comune_id from rettifica_aperta
       where dal <= ${giorno}::date and (al is null or al >= ${giorno}::date)
    ), detti as (
      select p.codice_istat as istat, p.nome from aperti a
        join comune_periodo p on p.comune = a.comune_id and p.al is null
       where p.codice_istat is not null order by p.nome limit ${PER_NOME}::int
    )
    select exists (select from aperti where comune_id = 0) as ovunque,
           (select count(*) from aperti where comune_id <> 0)::int as quanti,
           (select coalesce(json_agg(d), '[]'::json) from detti d) as comuni`,
    )
  )[0]!
