import { Type as T } from 'typebox'
import { type Row, row, type Tx } from '../../db/index.ts'
import { sql } from '../../db/sql.ts'
import { type Caricati, GRUPPO, type RigaUnione, SCHEDA, UNIONE } from './registro.query.ts'

// `any(array(select unnest($1)))`, not `any($1)`: where PostgreSQL sees how long an array or a series is, it finds a plan
// for just that one cheaper, and plans the statement anew each time, which costs more than running it.

const SI = row(T.Object({ si: T.Boolean() }))

const VINCOLI_E_NUMERI = row(
  T.Object({
    vincoli: T.Array(UNIONE.schema),
    op: T.String(),
    schede: T.Array(T.String()),
    gruppi: T.Array(T.String()),
    unioni: T.Array(T.String()),
  }),
)
/** What an operation numbers its own rows with. */
export type Numeri = Omit<Row<typeof VINCOLI_E_NUMERI>, 'vincoli'>

/** Locks the groups of the schede named and the groups named, then those schede, everybody who lives in those groups, and
 *  their partners: each in the order of ids. Two operations that meet wait for one another here. Groups come first: nobody
 *  enters or leaves a family without holding its row, so who is in it is asked by a later statement, which sees what was
 *  done while this one waited. The numbers that the operation needs are taken by the statement after the locks: on each
 *  object operations are numbered in the order in which they happen. */
export async function carica(
  tx: Tx,
  schede: readonly string[],
  gruppi: readonly string[],
  nuove: { schede?: number; gruppi?: number; unioni?: number } = {},
): Promise<Caricati & { numeri: Numeri }> {
  const g = await tx.rows(
    GRUPPO,
    sql`select g.*, (select decorrenza from operazione o where o.id = g.op_base) as base_dal from gruppo g
         where g.id = any(array(select gruppo_id from scheda where id = any(array(select unnest(${schede}::bigint[])))
                                union select unnest(${gruppi}::bigint[])))
         order by g.id for no key update of g`,
  )
  const s = await tx.rows(
    SCHEDA,
    sql`
    with tutte as (
      select unnest(${schede}::bigint[]) as id
      union select id from scheda where gruppo_id = any(array(select unnest(${g.map(r => r.id)}::bigint[])))
      union select b_id from unione where a_id = any(array(select unnest(${schede}::bigint[])))
               and b_id is not null and valida and (al is null or motivo_fine = 98)
      union select a_id from unione where b_id = any(array(select unnest(${schede}::bigint[])))
               and valida and (al is null or motivo_fine = 98)
    )
    select s.*, (select decorrenza from operazione o where o.id = s.op_base) as base_dal from scheda s
     where s.id = any(array(select id from tutte)) order by s.id for no key update of s`,
  )
  const ids = s.map(r => r.id)
  const [altro] = await tx.rows(
    VINCOLI_E_NUMERI,
    sql`select array(select row_to_json(x) from (
                 select id::text, tipo, a_id::text, b_id::text, ordine, dal, al, motivo_fine, valida, teste, op_in::text,
                        (select decorrenza from operazione o where o.id = u.op_in) as base_dal
                   from unione u where valida and (a_id = any(array(select unnest(${ids}::bigint[])))
                                                or b_id = any(array(select unnest(${ids}::bigint[])))) order by u.id) x) as vincoli,
               nextval('operazione_id_seq')::text as op,
               array(select id_nuovo('scheda')::text from generate_series(1, (select ${nuove.schede ?? 0}::int))) as schede,
               array(select id_nuovo('gruppo')::text from generate_series(1, (select ${nuove.gruppi ?? 0}::int))) as gruppi,
               array(select nextval('unione_id_seq')::text from generate_series(1, (select ${nuove.unioni ?? 0}::int))) as unioni`,
  )
  const { vincoli: u, ...numeri } = altro!
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
  return { schede: s, gruppi: g, unioni: u, numeri }
}

/** Locks schede as an operation that names them does: what is read afterwards stays so until that operation. */
export async function trattieni(tx: Tx, schede: readonly string[]): Promise<void> {
  await carica(tx, schede, [])
}

/** Locks bonds by id, for an annulment. */
export const caricaUnioni = (tx: Tx, ids: readonly string[]): Promise<RigaUnione[]> =>
  tx.rows(
    UNIONE,
    sql`select u.*, o.decorrenza as base_dal from unione u join operazione o on o.id = u.op_in
         where u.id = any(array(select unnest(${ids}::bigint[]))) order by u.id for no key update of u`,
  )
