import { Type as T } from 'typebox'
import { type Read, type Row, row, type Tx } from '../db/index.ts'
import { sql } from '../db/sql.ts'

const Giorno = T.Union([T.String(), T.Null()])
const Numero = T.Union([T.Integer(), T.Null()])
export const CAMMINO = row(
  T.Object({
    comune_id: T.Integer(),
    censimento: Giorno,
    carte_spedite: Giorno,
    carte_ritirate: Giorno,
    abilitato: Giorno,
    presubentro: Giorno,
    prima: Giorno,
    ultima: Giorno,
    preferita: Giorno,
    subentrato: Giorno,
    residenti: Numero,
    aire: Numero,
  }),
)
/** A comune's road into ANPR as it is known now; days AAAA-MM-GG, null: not yet, or not told. Window (`prima`–`ultima`) and
 *  preferred day are kept apart: comuni took the last day for the date (italia/anpr #2534). `residenti` and `aire` are the
 *  people that it says it will bring. */
export type Cammino = Row<typeof CAMMINO>

/** What becomes known of a comune's road: what is left out stays as it was, null takes it back. */
export type Novita = Pick<Cammino, 'comune_id'> & Partial<Cammino>

/** Writes a new version of the road of each comune. Of a comune named twice the last counts.
 *  @param scritto instant at which it became known (ISO 8601): a snapshot counts what was known at its midnight */
export const aggiornaCammino = (tx: Tx, novita: readonly Novita[], chi: string, scritto: string) =>
  tx.run(sql`
    insert into comune_cammino (comune_id, scritto, chi, censimento, carte_spedite, carte_ritirate, abilitato, presubentro,
      prima, ultima, preferita, subentrato, residenti, aire)
    select n.comune_id, ${scritto}::timestamptz, ${chi}, r.censimento, r.carte_spedite, r.carte_ritirate, r.abilitato,
           r.presubentro, r.prima, r.ultima, r.preferita, r.subentrato, r.residenti, r.aire
      from (select distinct on (j ->> 'comune_id') (j ->> 'comune_id')::int as comune_id, j
              from json_array_elements(${JSON.stringify(novita)}) with ordinality as e (j, n)
             order by j ->> 'comune_id', n desc) n
      left join lateral (select * from comune_cammino c where c.comune_id = n.comune_id order by id desc limit 1) v on true
     cross join lateral json_populate_record(v::comune_cammino, n.j) r`)

/** The road of a comune; undefined while nothing is known of it. */
export const cammino = async (read: Read, comune: number): Promise<Cammino | undefined> =>
  (
    await read.rows(
      CAMMINO,
      sql`select comune_id, censimento, carte_spedite, carte_ritirate, abilitato, presubentro, prima, ultima, preferita,
                 subentrato, residenti, aire
            from comune_cammino where comune_id = ${comune} order by id desc limit 1`,
    )
  )[0]

const VERSIONE = row(T.Object({ id: T.String() }))
/** Number of the newest version of any comune's road: it changes whenever one does. */
export const ultimoCammino = async (read: Read): Promise<string> =>
  (await read.rows(VERSIONE, sql`select coalesce(max(id), 0) as id from comune_cammino`))[0]!.id
