import { Type as T } from 'typebox'
import { type Read, type Row, row, type Tx } from '../db/index.ts'
import { sql } from '../db/sql.ts'
import type { Dove } from './rettifiche.query.ts'

/** Counts what happened to requests of correction month by month, up to the midnight that opens a day (Europe/Rome). The last
 *  month that was counted is counted anew, and those after it; older ones stay: what happened in them can no longer
 *  change, and their requests may have been deleted since. Of a day before the last counted it does nothing.
 *  @param giorno AAAA-MM-GG */
export async function contaRettifiche(tx: Tx, giorno: string): Promise<void> {
  const ULTIMO = sql`select max(mese) as mese from rettifica_mese having max(mese) is not null`
  const ultimo = (await tx.rows(row(T.Object({ mese: T.String() })), ULTIMO))[0]?.mese ?? '-infinity'
  if (ultimo > giorno) return
  await tx.run(sql`delete from rettifica_mese where mese >= ${ultimo}::date`)
  await tx.run(sql`
    with mezzanotte as (
      select ${giorno}::date::timestamp at time zone 'Europe/Rome' as fino,
             case when ${ultimo}::date = '-infinity' then '-infinity'::timestamptz
                  else ${ultimo}::date::timestamp at time zone 'Europe/Rome' end as da
    ), fatti as (
      select comune_id, inviata as quando, 'ricevuta' as che, null::int as giorni, null::boolean as nel_mese
        from richiesta, mezzanotte where tipo = 1 and inviata >= da and inviata < fino
      union all
      select r.comune_id, r.chiusa, case when r.stato = 5 then 'accolta' when m.mossa = 'ritira' then 'ritirata'
                                         when r.stato = 4 then 'respinta' else 'irricevibile' end,
             d.chiusa - d.inviata,
             d.chiusa <= case when r.proroghe > 0 then (d.inviata + interval '1 month')::date else r.scade_legge end
        from mezzanotte, richiesta r
        join richiesta_mossa m on m.richiesta_id = r.id and m.n = r.mosse
        cross join lateral (select (r.inviata at time zone 'Europe/Rome')::date as inviata,
                                   (r.chiusa at time zone 'Europe/Rome')::date as chiusa) d
       where r.tipo = 1 and r.chiusa >= da and r.chiusa < fino
    )
    insert into rettifica_mese (mese, comune_id, ricevute, accolte, respinte, irricevibili, ritirate, nel_mese, giorni)
    select date_trunc('month', quando at time zone 'Europe/Rome')::date, comune_id,
           count(*) filter (where che = 'ricevuta'), count(*) filter (where che = 'accolta'),
           count(*) filter (where che = 'respinta'), count(*) filter (where che = 'irricevibile'),
           count(*) filter (where che = 'ritirata'), count(*) filter (where che <> 'ritirata' and nel_mese),
           coalesce(sum(giorni) filter (where che <> 'ritirata'), 0)
      from fatti group by 1, 2`)
}

const FLUSSI = {
  ricevute: T.Integer(),
  accolte: T.Integer(),
  respinte: T.Integer(),
  irricevibili: T.Integer(),
  ritirate: T.Integer(),
  risposte: T.Integer(),
  nel_mese: T.Integer(),
}
const MESE = row(T.Object({ mese: T.String(), ...FLUSSI }))
/** A month (its first day) of a territory: requests sent in it, and those that ended in it. `risposte`: accolte, respinte
 *  and irricevibili; `nel_mese`: of these, within one month of receipt. */
export type MeseRettifiche = Row<typeof MESE>

/** The months of a territory up to that of a day, oldest first, those in which nothing happened too.
 *  @param quanti how many at most */
export const mesiRettifiche = (read: Read, dove: Dove, oggi: string, quanti: number): Promise<MeseRettifiche[]> =>
  read.rows(
    MESE,
    sql`
    with qui as (
      select distinct on (comune) comune, regione, prefettura from comune_periodo
       where not da_istituire and dal <= ${oggi}::date order by comune, dal desc
    ), fatti as (
      select m.* from rettifica_mese m join qui q on q.comune = m.comune_id
       where (${dove.comune ?? null}::int is null or q.comune = ${dove.comune ?? null}::int)
         and (${dove.prefettura ?? null}::text is null or q.prefettura = ${dove.prefettura ?? null}::text)
         and (${dove.regione ?? null}::text is null or q.regione = ${dove.regione ?? null}::text)
    )
    select g.mese::date, coalesce(sum(ricevute), 0)::int as ricevute, coalesce(sum(accolte), 0)::int as accolte,
           coalesce(sum(respinte), 0)::int as respinte, coalesce(sum(irricevibili), 0)::int as irricevibili,
           coalesce(sum(ritirate), 0)::int as ritirate,
           coalesce(sum(accolte + respinte + irricevibili), 0)::int as risposte, coalesce(sum(nel_mese), 0)::int as nel_mese
      from generate_series((select min(mese) from fatti), date_trunc('month', ${oggi}::date), interval '1 month') g (mese)
      left join fatti f on f.mese = g.mese
     where g.mese > date_trunc('month', ${oggi}::date) - make_interval(months => ${quanti}::int)
     group by 1 order by 1`,
  )

const REGIONE = row(T.Object({ codice: T.String(), nome: T.String(), ...FLUSSI }))
/** A region's requests of correction since rettifica began, up to the last counted midnight. */
export type RegioneRettifiche = Row<typeof REGIONE>

/** The twenty regions in the order of their codes (one that is lost only where something was asked there); their sums are the country's. */
export const regioniRettifiche = (read: Read, oggi: string): Promise<RegioneRettifiche[]> =>
  read.rows(
    REGIONE,
    sql`
    with qui as (
      select distinct on (comune) comune, regione, al from comune_periodo
       where not da_istituire and dal <= ${oggi}::date order by comune, dal desc
    )
    select r.codice, r.nome, coalesce(sum(m.ricevute), 0)::int as ricevute, coalesce(sum(m.accolte), 0)::int as accolte,
           coalesce(sum(m.respinte), 0)::int as respinte, coalesce(sum(m.irricevibili), 0)::int as irricevibili,
           coalesce(sum(m.ritirate), 0)::int as ritirate,
           coalesce(sum(m.accolte + m.respinte + m.irricevibili), 0)::int as risposte, coalesce(sum(m.nel_mese), 0)::int as nel_mese
      from regione r join qui q on q.regione = r.codice left join rettifica_mese m on m.comune_id = q.comune
     group by r.codice, r.nome having bool_or(q.al is null) or count(m.mese) > 0 order by r.codice`,
  )
