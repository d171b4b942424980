import { Type as T } from 'typebox'
import { row, type Tx } from '../../db/index.ts'
import { sql } from '../../db/sql.ts'
import type { Prova } from './passi.ts'

export const deponi = (tx: Tx, p: { chiave: Buffer; browser: string; prova: Prova; ora: string }) =>
  tx.run(sql`
    insert into passo (chiave, browser, prova, creato)
    values (${p.chiave}, ${p.browser}, ${JSON.stringify(p.prova)}, ${p.ora})`)

const PASSO = row(T.Object({ browser: T.String(), prova: T.Unsafe<Prova>(T.Object({})), scaduto: T.Boolean() }))
/** Takes a step out: whoever comes second finds nothing. */
export const ritira = async (tx: Tx, chiave: Buffer, da: string) =>
  (
    await tx.rows(
      PASSO,
      sql`delete from passo where chiave = ${chiave} returning browser, prova, creato < ${da} as scaduto`,
    )
  )[0]

export const togliVecchi = (tx: Tx, da: string) => tx.run(sql`delete from passo where creato < ${da}`)
