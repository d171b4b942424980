import { Type as T } from 'typebox'
import type { TipoCittadinanza } from '../../contratto/index.ts'
import { type Read, type Row, row } from '../../db/index.ts'
import { sql } from '../../db/sql.ts'

// The demo looks at its own invented people to make them live, as whoever plays with dolls does: nobody sees them through
// these reads, so they are not in the record of access; what the operations then read and change is.

const N = <S extends T.TSchema>(s: S) => T.Union([s, T.Null()])
const VIVO = row(
  T.Object({
    id: T.String(),
    stato: T.String(),
    registro: T.String(),
    comune_id: T.Integer(),
    sesso: T.String(),
    nascita: T.String(),
    gruppo_id: N(T.String()),
    gruppo_tipo: N(T.Integer()),
    legame: N(T.Integer()),
    stato_civile: N(T.Integer()),
    cognome: N(T.String()),
    nome: N(T.String()),
  }),
)
export type RigaVivo = Row<typeof VIVO>

/** Everybody who is in the register, in the order of ids. */
export const tutti = (read: Read): Promise<RigaVivo[]> =>
  read.rows(
    VIVO,
    sql`select id, stato, registro, comune_id, sesso, nascita, gruppo_id, gruppo_tipo, legame, stato_civile, cognome, nome
          from scheda where stato = 'A' order by id`,
  )
/** These as they are now, also those who have left. */
export const riletti = (read: Read, ids: readonly string[]): Promise<RigaVivo[]> =>
  read.rows(
    VIVO,
    sql`select id, stato, registro, comune_id, sesso, nascita, gruppo_id, gruppo_tipo, legame, stato_civile, cognome, nome
          from scheda where id = any(${ids}::bigint[]) order by id`,
  )

const LEGATI = row(
  T.Object({ tipo: T.Union([T.Literal(1), T.Literal(2), T.Literal(3)]), a_id: T.String(), b_id: N(T.String()) }),
)
export type RigaLegati = Row<typeof LEGATI>
/** Bonds that have not ended: of all, or of these persons. */
export const legati = (read: Read, ids?: readonly string[]): Promise<RigaLegati[]> =>
  read.rows(
    LEGATI,
    ids
      ? sql`select tipo, a_id, b_id from unione
             where valida and al is null and (a_id = any(${ids}::bigint[]) or b_id = any(${ids}::bigint[])) order by id`
      : sql`select tipo, a_id, b_id from unione where valida and al is null order by id`,
  )

const ENTRATO = row(T.Object({ comune_id: T.Integer(), il: T.String() }))
/** Since when each comune is in. */
export const entrati = async (read: Read): Promise<Map<number, string>> =>
  new Map(
    (
      await read.rows(
        ENTRATO,
        sql`select comune_id, decorrenza as il from operazione where servizio = 'subentro' order by comune_id`,
      )
    ).map(e => [e.comune_id, e.il]),
  )

const GIORNO = row(T.Object({ giorno: N(T.String()) }))
/** The newest day on which somebody lived; undefined where nobody has yet. */
export const ultimoVissuto = async (read: Read): Promise<string | undefined> =>
  (
    await read.rows(
      GIORNO,
      sql`select max((registrata at time zone 'Europe/Rome')::date) as giorno from operazione where servizio <> 'subentro'`,
    )
  )[0]?.giorno ?? undefined

const DETTAGLI = row(
  T.Object({
    id: T.String(),
    residenza: N(T.Unsafe<object>(T.Object({}))),
    cittadinanza: N(T.Unsafe<TipoCittadinanza>(T.Object({}))),
  }),
)
export type Dettagli = Row<typeof DETTAGLI>
/** Address and citizenship of these. */
export const dettagli = async (read: Read, ids: readonly string[]): Promise<Map<string, Dettagli>> =>
  new Map(
    (
      await read.rows(
        DETTAGLI,
        sql`select id, dati -> 'residenza' as residenza, dati -> 'cittadinanza' as cittadinanza
              from scheda where id = any(${ids}::bigint[])`,
      )
    ).map(d => [d.id, d]),
  )
