import { Type as T } from 'typebox'
import { type Read, type Row, row, type Tx } from '../../db/index.ts'
import { sql } from '../../db/sql.ts'

const N = <S extends T.TSchema>(s: S) => T.Union([s, T.Null()])
const UFFICIO = row(
  T.Object({
    email: N(T.String()),
    pec: N(T.String()),
    riunito: T.Boolean(),
    scritto: T.String(),
    chi: T.String(),
  }),
)
/** Where an office is told, and who said so. */
export type Ufficio = Row<typeof UFFICIO>

export const ufficio = async (read: Read, a: 'comune' | 'prefettura', codice: string): Promise<Ufficio | undefined> =>
  (
    await read.rows(
      UFFICIO,
      sql`select email, pec, riunito, scritto, chi from ufficio_avvisi where a = ${a} and ufficio = ${codice}`,
    )
  )[0]

const INDIRIZZO = row(T.Object({ indirizzo: N(T.String()) }))
/** Where an office is told by a channel today; null: nowhere any more. */
export const indirizzoUfficio = async (
  read: Read,
  d: { a: string; ufficio: string | null; canale: string },
): Promise<string | null> =>
  (
    await read.rows(
      INDIRIZZO,
      sql`select case when ${d.canale} = 'pec' then pec else email end as indirizzo
            from ufficio_avvisi where a = ${d.a} and ufficio = ${d.ufficio}`,
    )
  )[0]?.indirizzo ?? null

export const scriviUfficio = (
  tx: Tx,
  u: {
    a: string
    ufficio: string
    email: string | null
    pec: string | null
    riunito: boolean
    adesso: string
    chi: string
  },
) =>
  tx.run(sql`
    insert into ufficio_avvisi (a, ufficio, email, pec, riunito, scritto, chi)
    values (${u.a}, ${u.ufficio}, ${u.email}, ${u.pec}, ${u.riunito}, ${u.adesso}, ${u.chi})
    on conflict (a, ufficio) do update
       set email = excluded.email, pec = excluded.pec, riunito = excluded.riunito, scritto = excluded.scritto,
           chi = excluded.chi`)
