import { Type as T } from 'typebox'
import { type Read, type Row, row, type Tx } from '../db/index.ts'
import { sql } from '../db/sql.ts'

const N = <S extends T.TSchema>(s: S) => T.Union([s, T.Null()])
const VOCE = row(
  T.Object({
    codice: T.String(),
    descrizione: T.String(),
    usi: T.Array(T.String()),
    attiva: T.Boolean(),
    /** when it was last changed, and by whom (pseudonym); null: as the program brought it */
    scritta: N(T.String()),
    chi: N(T.String()),
  }),
)
/** A code of a decode table of requests, as it stands today. */
export type VoceRichieste = Row<typeof VOCE>

/** The codes of a table in the order in which a page offers them, those that the ministry added last. */
export const voci = (read: Read, tabella: string): Promise<VoceRichieste[]> =>
  read.rows(
    VOCE,
    sql`
    with cambiate as (
      select distinct on (codice) codice, descrizione, usi, attiva, scritta, chi
        from voce_richieste where tabella = ${tabella} order by codice, id desc)
    select coalesce(c.codice, d.codice) as codice, coalesce(c.descrizione, d.descrizione) as descrizione,
           coalesce(c.usi, d.usi) as usi, coalesce(c.attiva, true) as attiva, c.scritta, c.chi
      from (select * from decodifica where tabella = ${tabella}) d full join cambiate c on c.codice = d.codice
     order by d.ordine nulls last, 1`,
  )

export const scriviVersione = (
  tx: Tx,
  v: {
    tabella: string
    codice: string
    descrizione: string
    usi: readonly string[]
    attiva: boolean
    adesso: string
    chi: string
  },
) =>
  tx.run(sql`
    insert into voce_richieste (tabella, codice, descrizione, usi, attiva, scritta, chi)
    values (${v.tabella}, ${v.codice}, ${v.descrizione}, ${v.usi}::text[], ${v.attiva}, ${v.adesso}, ${v.chi})`)

/** One who changes a table at a time. */
export const bloccaTabella = (tx: Tx, tabella: string) =>
  tx.run(sql`select pg_advisory_xact_lock(20211114, hashtext(${tabella}::text))`)

const VERSIONE = row(
  T.Object({
    id: T.String(),
    codice: T.String(),
    descrizione: T.String(),
    usi: T.Array(T.String()),
    attiva: T.Boolean(),
    scritta: T.String(),
    chi: T.String(),
  }),
)
/** A change of a code. */
export type VersioneVoce = Row<typeof VERSIONE>

/** Who changed what in a table, newest first. */
export const storiaVoci = (read: Read, tabella: string): Promise<VersioneVoce[]> =>
  read.rows(
    VERSIONE,
    sql`select id, codice, descrizione, usi, attiva, scritta, chi from voce_richieste
         where tabella = ${tabella} order by id desc limit 500`,
  )
