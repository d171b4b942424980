import { Type as T } from 'typebox'
import { type Read, row } from '../../db/index.ts'
import { sql } from '../../db/sql.ts'

const PERSONA = row(
  T.Object({ nome: T.Union([T.String(), T.Null()]), cognome: T.Union([T.String(), T.Null()]), nascita: T.String() }),
)
/** What an identity provider would know of an invented person. Not a reading of the register by anybody: only a demo has
 *  this, and it stands for what the provider holds itself. */
export const dellIdentita = async (read: Read, codiceFiscale: string) =>
  (
    await read.rows(
      PERSONA,
      sql`select nome, cognome, nascita from scheda where codice_fiscale = ${codiceFiscale} order by id limit 1`,
    )
  )[0]
