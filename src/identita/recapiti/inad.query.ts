import { Type as T } from 'typebox'
import { type Read, row, type Tx } from '../../db/index.ts'
import { sql } from '../../db/sql.ts'
import type { Domicilio } from './inad.ts'

const DOMICILIO = row(T.Object({ indirizzo: T.Union([T.String(), T.Null()]), letto: T.String() }))
/** What INAD said last of a person. */
export const domicilioLetto = async (read: Read, utente: string): Promise<Domicilio | undefined> => {
  const [d] = await read.rows(DOMICILIO, sql`select indirizzo, letto from domicilio_digitale where utente = ${utente}`)
  return d && { ...d, letto: new Date(d.letto).toISOString() }
}

/** What INAD said a month ago is no answer any more. @returns how many */
export const dimenticaDomicili = (tx: Tx, oggi: string): Promise<number> =>
  tx.run(sql`delete from domicilio_digitale where letto < ${oggi}::date - interval '30 days'`)

export const scriviDomicilio = (tx: Tx, utente: string, d: Domicilio) =>
  tx.run(sql`
    insert into domicilio_digitale (utente, indirizzo, letto) values (${utente}, ${d.indirizzo}, ${d.letto})
    on conflict (utente) do update set indirizzo = excluded.indirizzo, letto = excluded.letto`)
