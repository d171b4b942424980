import { Type as T } from 'typebox'
import { row, type Tx } from '../db/index.ts'
import { sql } from '../db/sql.ts'
import type { Identificata } from './tipi.ts'

export const deponi = (
  tx: Tx,
  i: { chiave: Buffer; browser: string; identificata: Identificata; ora: string | undefined },
) =>
  tx.run(sql`
    insert into ingresso (chiave, browser, identificata, creato)
    values (${i.chiave}, ${i.browser}, ${JSON.stringify(i.identificata)}, coalesce(${i.ora}::timestamptz, now()))`)

const INGRESSO = row(
  T.Object({ browser: T.String(), identificata: T.Unsafe<Identificata>(T.Object({})), scaduto: T.Boolean() }),
)
/** Takes an outcome out: whoever comes second finds nothing. */
export const ritira = async (tx: Tx, chiave: Buffer, da: string) =>
  (
    await tx.rows(
      INGRESSO,
      sql`delete from ingresso where chiave = ${chiave} returning browser, identificata, creato < ${da} as scaduto`,
    )
  )[0]

export const togliVecchi = (tx: Tx, da: string) => tx.run(sql`delete from ingresso where creato < ${da}`)
