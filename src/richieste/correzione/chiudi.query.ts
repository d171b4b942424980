import { Type as T } from 'typebox'
import { type Read, row, type Tx } from '../../db/index.ts'
import { sql } from '../../db/sql.ts'

const LETTURA = row(
  T.Object({ op_id: T.String(), prossimo: T.String(), attesi: T.Array(T.String()), ultimo: T.String() }),
)
/** How far the journal was read; the last number given to an operation. */
export const lettura = async (read: Read) =>
  (
    await read.rows(
      LETTURA,
      sql`select op_id, prossimo, attesi, coalesce(pg_sequence_last_value('operazione_id_seq'), 0)::text as ultimo
            from richiesta_lettura`,
    )
  )[0]!

const SCRIVE = row(T.Object({ transazione: T.String() }))
/** The transactions that may hold a number not yet committed: the engine locks families (`gruppo`) before it takes one. */
export const scrivono = async (read: Read): Promise<string[]> =>
  (
    await read.rows(
      SCRIVE,
      sql`select distinct virtualtransaction as transazione from pg_locks
           where locktype = 'relation' and relation = 'gruppo'::regclass and mode = 'RowShareLock' and granted
             and database = (select oid from pg_database where datname = current_database())`,
    )
  ).map(r => r.transazione)

/** Read up to there; of several processes the one that read further counts. */
export const segnaLettura = (tx: Tx, l: { op_id: string; prossimo: string; attesi: readonly string[] }) =>
  tx.run(sql`
    update richiesta_lettura set op_id = ${l.op_id}, prossimo = ${l.prossimo}, attesi = ${l.attesi}
     where op_id <= ${l.op_id}::bigint and prossimo <= ${l.prossimo}::bigint`)

const NUMERO = row(T.Object({ numero: T.String() }))
/** Open requests about schede that operations after that one changed. */
export const toccate = async (read: Read, dopo: string): Promise<string[]> =>
  (
    await read.rows(
      NUMERO,
      sql`select distinct r.id as numero
            from effetto e join richiesta_dato d on d.scheda_id = e.oggetto join richiesta r on r.id = d.richiesta_id
           where e.op_id > ${dopo}::bigint and e.tipo = 'S' and r.chiusa is null and r.inviata is not null
           order by r.id`,
    )
  ).map(r => r.numero)

const ANNULLATA = row(T.Object({ n: T.Integer() }))
/** Numbers of the request's data of which the operation that corrected them was annulled. */
export const annullati = async (read: Read, numero: string): Promise<number[]> =>
  (
    await read.rows(
      ANNULLATA,
      sql`select d.n from richiesta_dato d
           where d.richiesta_id = ${numero}::bigint and d.op_id is not null
             and exists (select from effetto e where e.oggetto = d.scheda_id and e.tipo = 'S' and e.annulla = d.op_id)`,
    )
  ).map(r => r.n)

/** Of data of which the correction was annulled nothing is decided any more. */
export const dimenticaEsiti = (tx: Tx, numero: string, dati: readonly number[]) =>
  tx.run(sql`
    update richiesta_dato set esito = null, esito_note = null, op_id = null
     where richiesta_id = ${numero}::bigint and n = any(${dati}::smallint[])`)
