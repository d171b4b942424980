import { Type as T } from 'typebox'
import { type Motivo, perRegistrare } from '../../accessi/index.ts'
import { type Read, type Row, row, type Tx } from '../../db/index.ts'
import { sql } from '../../db/sql.ts'

const N = <S extends T.TSchema>(s: S) => T.Union([s, T.Null()])

const GIORNO = row(T.Object({ dal: T.String() }))
/** Since when ANPR knows a whole family that a subentro brought in; undefined where it was there from the beginning. */
export const notaDal = async (read: Read, gruppo: string): Promise<string | undefined> =>
  (
    await read.rows(
      GIORNO,
      sql`select o.decorrenza as dal from gruppo g join operazione o on o.id = g.op_base
           where g.id = ${gruppo} and o.servizio = 'subentro'`,
    )
  )[0]?.dal

interface Posizione {
  stato: 'A' | 'C' | 'X'
  registro: 'R' | 'E'
  motivo_iscrizione?: number
  motivo_cancellazione?: number
}
const TOCCATA = row(
  T.Object({
    id: T.String(),
    servizio: T.String(),
    decorrenza: T.String(),
    registrata: T.String(),
    comune_id: T.Integer(),
    comune: N(T.String()),
    annulla: N(T.String()),
    servizio_annullato: N(T.String()),
    annullata_da: N(T.String()),
    prima: T.Boolean(),
    sezioni: T.Array(T.String()),
    /** where it changed whether and where she is enrolled: that section after it */
    posizione: N(T.Unsafe<Posizione>(T.Object({}))),
  }),
)
export type Toccata = Row<typeof TOCCATA>

/** The operations that touched a scheda, newest first; the access is recorded by the statement that reads them. */
export const toccate = (tx: Tx, m: Motivo, scheda: string): Promise<Toccata[]> =>
  tx.rows(
    TOCCATA,
    sql`
    with vista as materialized (
      select id, op_base, accesso_registra(${perRegistrare(m)}, id) from scheda where id = ${scheda}
    ), suoi as materialized (
      select e.op_id, e.sezione, e.annulla, e.dopo from effetto e join vista v on e.oggetto = v.id and e.tipo = 'S'
    )
    select o.id, o.servizio, o.decorrenza, o.registrata::date::text as registrata, o.comune_id, o.annulla, o.id = v.op_base as prima,
           (select nome from comune_periodo p where p.comune = o.comune_id order by dal desc limit 1) as comune,
           (select servizio from operazione a where a.id = o.annulla) as servizio_annullato,
           (select min(t.op_id)::text from suoi t where t.annulla = o.id) as annullata_da,
           array(select sezione from suoi t where t.op_id = o.id order by sezione) as sezioni,
           (select dopo from suoi t where t.op_id = o.id and t.sezione = 'posizione') as posizione
      from vista v, operazione o
     where o.id = v.op_base or o.id in (select op_id from suoi)
     order by o.id <> v.op_base desc, o.id desc`,
  )
