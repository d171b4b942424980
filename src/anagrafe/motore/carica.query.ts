import { Type as T } from 'typebox'
import { row, type Tx } from '../../db/index.ts'
import { sql } from '../../db/sql.ts'
import { type Caricati, GRUPPO, type RigaUnione, SCHEDA, UNIONE } from './registro.query.ts'

const SI = row(T.Object({ si: T.Boolean() }))

/** Locks the groups of the schede named and the groups named, then those schede, everybody who lives in those groups, and
 *  their partners: each in the order of ids. Two operations that meet wait for one another here. Groups come first: nobody
 *  enters or leaves a family without holding its row, so who is in it is asked by a later statement, which sees what was
 *  done while this one waited. */
export async function carica(tx: Tx, schede: readonly string[], gruppi: readonly string[]): Promise<Caricati> {
  const g = await tx.rows(
    GRUPPO,
    sql`select g.*, o.decorrenza as base_dal from gruppo g join operazione o on o.id = g.op_base
         where g.id in (select gruppo_id from scheda where id = any(${schede}::bigint[]) union select unnest(${gruppi}::bigint[]))
         order by g.id for no key update of g`,
  )
  const s = await tx.rows(
    SCHEDA,
    sql`
    with nominate as (select unnest(${schede}::bigint[]) as id), tutte as (
      select id from nominate
      union select id from scheda where gruppo_id = any(${g.map(r => r.id)}::bigint[])
      union select case when u.a_id = n.id then u.b_id else u.a_id end
        from nominate n join unione u on (u.a_id = n.id or u.b_id = n.id) and u.b_id is not null and u.valida
              and (u.al is null or u.motivo_fine = 98)
    )
    select s.*, o.decorrenza as base_dal from scheda s join operazione o on o.id = s.op_base
     where s.id in (select id from tutte) order by s.id for no key update of s`,
  )
  const ids = s.map(r => r.id)
  const u = await tx.rows(
    UNIONE,
    sql`select u.*, o.decorrenza as base_dal from unione u join operazione o on o.id = u.op_in
         where u.valida and (u.a_id = any(${ids}::bigint[]) or u.b_id = any(${ids}::bigint[])) order by u.id`,
  )
  // While we waited a person named may have moved, or married: then begin again, with those families and partners too.
  const tenuti = new Set([...ids, ...g.map(r => `G${r.id}`)])
  const nominate = new Set(schede)
  const altrove = s.some(r => nominate.has(r.id) && r.gruppo_id !== null && !tenuti.has(`G${r.gruppo_id}`))
  const sposate = u.some(
    r =>
      r.al === null &&
      r.b_id !== null &&
      nominate.has(r.a_id) !== nominate.has(r.b_id) &&
      !(tenuti.has(r.a_id) && tenuti.has(r.b_id)),
  )
  if (altrove || sposate) await tx.rows(SI, sql`select da_ripetere() as si`)
  return { schede: s, gruppi: g, unioni: u }
}

/** Locks bonds by id, for an annulment. */
export const caricaUnioni = (tx: Tx, ids: readonly string[]): Promise<RigaUnione[]> =>
  tx.rows(
    UNIONE,
    sql`select u.*, o.decorrenza as base_dal from unione u join operazione o on o.id = u.op_in
         where u.id = any(${ids}::bigint[]) order by u.id for no key update of u`,
  )
