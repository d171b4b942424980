import { Type as T } from 'typebox'
import { type Read, type Row, row, type Tx } from '../db/index.ts'
import { sql } from '../db/sql.ts'

const NAZIONE = row(
  T.Object({
    giorno: T.String(),
    residenti: T.Integer(),
    aire: T.Integer(),
    comuni_in: T.Integer(),
    comuni_pianificati: T.Integer(),
    comuni_non_in: T.Integer(),
  }),
)
/** The country on a day. Citizens are residents plus AIRE. */
export type Nazione = Row<typeof NAZIONE>

/** Takes the snapshot of a day: the register as it stood at the midnight that opens it (Europe/Rome), by the operations
 *  registered before, so that it can be taken again and gives the same. Counted from covering indexes, never by reading
 *  schede. Waits for operations that are just being committed.
 *  @param giorno AAAA-MM-GG */
export async function scattaConteggio(tx: Tx, giorno: string): Promise<void> {
  await tx.run(sql`lock table operazione in share mode`)
  await tx.run(sql`delete from conteggio where giorno = ${giorno}`)
  await tx.run(sql`
    insert into conteggio (giorno, comune_id, stato, residenti, aire, famiglie, convivenze)
    with registrate as (
      select id from operazione where registrata < (${giorno}::date)::timestamp at time zone 'Europe/Rome'
    ), persone as (
      select comune_id, sum(quanti) filter (where registro = 'R')::int as residenti,
             sum(quanti) filter (where registro = 'E')::int as aire
        from (select comune_id, registro, op_base, count(*) as quanti from scheda where stato = 'A' group by 1, 2, 3) s
        join registrate o on o.id = s.op_base
       group by comune_id
    ), gruppi as (
      select comune_id, sum(quanti) filter (where tipo <> 4)::int as famiglie,
             sum(quanti) filter (where tipo = 4)::int as convivenze
        from (select comune_id, tipo, op_base, count(*) as quanti from gruppo where aperto group by 1, 2, 3) g
        join registrate o on o.id = g.op_base
       group by comune_id
    ), entrati as (
      select comune_id from fornitura join registrate o on o.id = op_id where stato = 'conclusa' and not prova
    ), attivi as (
      select comune as comune_id from comune_periodo
       where dal <= ${giorno} and (al is null or al >= ${giorno}) and not da_istituire
    )
    select ${giorno}::date, a.comune_id,
           case when e.comune_id is not null then 'in' when p.preferita is not null then 'pianificato' else 'non_in' end,
           coalesce(n.residenti, 0), coalesce(n.aire, 0), coalesce(g.famiglie, 0), coalesce(g.convivenze, 0)
      from (select comune_id from attivi union select comune_id from entrati) a
      left join entrati e using (comune_id)
      left join comune_piano p using (comune_id)
      left join persone n using (comune_id)
      left join gruppi g using (comune_id)`)
}

/** The newest snapshot, added up over the country; undefined before the first. */
export const nazione = async (read: Read): Promise<Nazione | undefined> =>
  (
    await read.rows(
      NAZIONE,
      sql`select giorno, sum(residenti)::int as residenti, sum(aire)::int as aire,
                 (count(*) filter (where stato = 'in'))::int as comuni_in,
                 (count(*) filter (where stato = 'pianificato'))::int as comuni_pianificati,
                 (count(*) filter (where stato = 'non_in'))::int as comuni_non_in
            from conteggio where giorno = (select max(giorno) from conteggio) group by giorno`,
    )
  )[0]
