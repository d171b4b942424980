import pg from 'pg'
import { Type as T } from 'typebox'
import { type Db, type Read, type Row, row } from '../../db/index.ts'
import { sql } from '../../db/sql.ts'
import type { Dettaglio, Esito } from './valuta.ts'

export interface Valutazione {
  id: string
  giorno: string
  rotta: string
  stelle: number
}

export const segnaValutazione = (db: Db, v: Valutazione): Promise<number> =>
  db.tx(tx =>
    tx.run(
      sql`insert into valutazione (id, giorno, rotta, stelle) values (${v.id}, ${v.giorno}, ${v.rotta}, ${v.stelle})`,
    ),
  )

const ESTRANEO = '23503'

/** The second step, kept once: sent again it changes nothing. (`on conflict` names no column: the role that writes may
 *  not read them.) @returns false where no such valutazione with these stars exists */
export const segnaDettaglio = (db: Db, d: Dettaglio & { id: string; esito: Esito; giorno: string }): Promise<boolean> =>
  db
    .tx(tx =>
      tx.run(sql`
        insert into valutazione_dettaglio (valutazione, esito, giorno, scelta, testo)
        values (${d.id}, ${d.esito}, ${d.giorno}, ${d.scelta}, ${d.testo ?? null})
        on conflict do nothing`),
    )
    .then(
      () => true,
      e => {
        if (e instanceof pg.DatabaseError && e.code === ESTRANEO) return false
        throw e
      },
    )

const STELLE = row(T.Object({ rotta: T.String(), stelle: T.Integer(), quante: T.Integer() }))
export type StelleDiRotta = Row<typeof STELLE>
/** How many gave how many stars to which page, since a day. */
export const stelleDal = (read: Read, dal: string): Promise<StelleDiRotta[]> =>
  read.rows(
    STELLE,
    sql`select rotta, stelle, count(*)::int as quante from valutazione where giorno >= ${dal}
         group by 1, 2 order by 1, 2`,
  )

const SCELTE = row(
  T.Object({ esito: T.Union([T.Literal('bene'), T.Literal('male')]), scelta: T.String(), quante: T.Integer() }),
)
export type Scelte = Row<typeof SCELTE>
/** What went well and what was hard, since a day. */
export const scelteDal = (read: Read, dal: string): Promise<Scelte[]> =>
  read.rows(
    SCELTE,
    sql`select esito, scelta, count(*)::int as quante from valutazione_dettaglio where giorno >= ${dal}
         group by 1, 2 order by 1, 3 desc, 2`,
  )
