import { Type as T } from 'typebox'
import type { TipoCittadinanza, TipoLuogoEvento, TipoResidenza } from '../../contratto/index.ts'
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
    cittadinanza: N(T.String()),
  }),
)
export type RigaVivo = Row<typeof VIVO>

/** Everybody who is in the register, in the order of ids. */
export const tutti = (read: Read): Promise<RigaVivo[]> =>
  read.rows(
    VIVO,
    sql`select id, stato, registro, comune_id, sesso, nascita, gruppo_id, gruppo_tipo, legame, stato_civile, cognome, nome,
                 dati -> 'cittadinanza' ->> 'codiceStato' as cittadinanza
          from scheda where stato = 'A' order by id`,
  )
/** These as they are now, also those who have left. */
export const riletti = (read: Read, ids: readonly string[]): Promise<RigaVivo[]> =>
  read.rows(
    VIVO,
    sql`select id, stato, registro, comune_id, sesso, nascita, gruppo_id, gruppo_tipo, legame, stato_civile, cognome, nome,
                 dati -> 'cittadinanza' ->> 'codiceStato' as cittadinanza
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

const GIORNO = row(T.Object({ giorno: T.String() }))
/** Who registers what life does. */
export const CHI = 'vita'
/** The newest day on which life went on, whoever else has registered something since; undefined where nobody has lived yet. */
export const ultimoVissuto = async (read: Read): Promise<string | undefined> =>
  (
    await read.rows(
      GIORNO,
      sql`select (registrata at time zone 'Europe/Rome')::date as giorno from operazione
           where chi = ${CHI} order by registrata desc limit 1`,
    )
  )[0]?.giorno

const DETTAGLI = row(
  T.Object({
    id: T.String(),
    cognome: N(T.String()),
    nome: N(T.String()),
    sesso: T.String(),
    nascita: T.String(),
    codice_fiscale: N(T.String()),
    stato_civile: N(T.Integer()),
    luogo: N(T.Unsafe<TipoLuogoEvento>(T.Object({}))),
    residenza: N(T.Unsafe<Omit<TipoResidenza, 'dataDecorrenzaResidenza'>>(T.Object({}))),
    residenza_dal: T.String(),
    cittadinanza: N(T.Unsafe<TipoCittadinanza>(T.Object({}))),
    altre: N(T.Array(T.Unsafe<TipoCittadinanza>(T.Object({})))),
  }),
)
export type Dettagli = Row<typeof DETTAGLI> & { cittadinanze: readonly TipoCittadinanza[] }
/** What a comune says again about these when it registers something: generalità, address and since when, citizenships. */
export const dettagli = async (read: Read, ids: readonly string[]): Promise<Map<string, Dettagli>> =>
  new Map(
    (
      await read.rows(
        DETTAGLI,
        sql`select s.id, cognome, nome, sesso, nascita, codice_fiscale, stato_civile,
                   s.dati -> 'luogoNascita' as luogo, s.dati -> 'residenza' as residenza,
                   coalesce(teste -> 'residenza' ->> 1, residenza_dal::text, aggiornata_il::text, o.decorrenza::text) as residenza_dal,
                   s.dati -> 'cittadinanza' as cittadinanza, s.dati -> 'altraCittadinanza' as altre
              from scheda s join operazione o on o.id = s.op_base where s.id = any(${ids}::bigint[])`,
      )
    ).map(d => [d.id, { ...d, cittadinanze: [d.cittadinanza, ...(d.altre ?? [])].filter(k => k !== null) }]),
  )

const OPERAZIONE = row(T.Object({ op: N(T.String()) }))
/** The operation by which this scheda last entered or left the register; undefined where only subentro did. */
export const ultimaPosizione = async (read: Read, id: string): Promise<string | undefined> =>
  (await read.rows(OPERAZIONE, sql`select teste -> 'posizione' ->> 0 as op from scheda where id = ${id}`))[0]?.op ??
  undefined
