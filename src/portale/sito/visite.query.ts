import { Type as T } from 'typebox'
import { type Read, type Row, row, type Tx } from '../../db/index.ts'
import { sql } from '../../db/sql.ts'

export interface Contata {
  giorno: string
  rotta: string
  quante: number
}

/** Adds to what this and other processes have counted; in a fixed order, so that two do not wait for each other. */
export const aggiungiVisite = (tx: Tx, contate: readonly Contata[]): Promise<number> =>
  tx.run(sql`
    insert into visita (giorno, rotta, quante)
    select * from unnest(${contate.map(c => c.giorno)}::date[], ${contate.map(c => c.rotta)}::text[], ${contate.map(c => c.quante)}::int[])
     order by 1, 2
    on conflict (giorno, rotta) do update set quante = visita.quante + excluded.quante`)

const MESE = row(T.Object({ mese: T.String(), rotta: T.String(), quante: T.Integer() }))
export type VisteDelMese = Row<typeof MESE>

/** Page views by month (`AAAA-MM`) and route since a day. */
export const visteDal = (read: Read, dal: string): Promise<VisteDelMese[]> =>
  read.rows(
    MESE,
    sql`select to_char(giorno, 'YYYY-MM') as mese, rotta, sum(quante)::int as quante
          from visita where giorno >= ${dal} group by 1, 2 order by 1, 2`,
  )
