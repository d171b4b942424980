import { Type as T } from 'typebox'
import { type Read, row } from '../../db/index.ts'
import { sql } from '../../db/sql.ts'

const NOME = row(T.Object({ id: T.String(), nome: T.String() }))
/** Names of operators by pseudonym; what is none (the demo, the program itself) is left out. */
export const nomiOperatori = async (read: Read, chi: readonly string[]): Promise<ReadonlyMap<string, string>> =>
  new Map(
    (
      await read.rows(
        NOME,
        sql`select id, nome || ' ' || cognome as nome from operatore where id::text = any(${[...new Set(chi)]}::text[])`,
      )
    ).map(o => [o.id, o.nome]),
  )
