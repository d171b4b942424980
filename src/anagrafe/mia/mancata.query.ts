import { Type as T } from 'typebox'
import { type Read, type Row, row, type Tx } from '../../db/index.ts'
import { sql } from '../../db/sql.ts'
import { CAUSE, type Mancata } from './mia.ts'

/** Keeps why a person found nothing, under a number that she can take to her comune. The same again only moves the day. */
export const segnaMancata = (tx: Tx, riferimento: string, codiceFiscale: string | undefined, m: Mancata) =>
  tx.run(sql`
    insert into visura_mancata (riferimento, causa, codice_fiscale, schede)
    values (${riferimento}, ${m.causa}, ${codiceFiscale ?? null}, ${m.schede.map(s => s.id)}::bigint[])
    on conflict (riferimento) do update set ultima = now()`)

const SEGNATA = row(
  T.Object({
    causa: T.Union(CAUSE.map(c => T.Literal(c))),
    codice_fiscale: T.Union([T.String(), T.Null()]),
    schede: T.Array(T.String()),
    prima: T.String(),
    ultima: T.String(),
  }),
)
/** What a citizen was told under a number, for the comune that she shows it to; days, Europe/Rome. */
export const mancata = async (read: Read, riferimento: string): Promise<Row<typeof SEGNATA> | undefined> =>
  (
    await read.rows(
      SEGNATA,
      sql`select causa, codice_fiscale, schede::text[] as schede, prima::date as prima, ultima::date as ultima
            from visura_mancata where riferimento = ${riferimento}`,
    )
  )[0]

/** Every night: what is a year old helps nobody any more. */
export const dimenticaMancate = (tx: Tx, oggi: string) =>
  tx.run(sql`delete from visura_mancata where ultima < ${oggi}::date - interval '1 year'`)
