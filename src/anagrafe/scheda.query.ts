import { Type as T } from 'typebox'
import { type Motivo, perRegistrare } from '../accessi/index.ts'
import { type Read, type Row, row, type Tx } from '../db/index.ts'
import { sql } from '../db/sql.ts'
import type { DatiGruppo, DatiScheda } from './scheda.ts'

const N = <S extends T.TSchema>(s: S) => T.Union([s, T.Null()])
/** What a scheda says of a person, by column. */
export const COLONNE_SCHEDA = {
  id: T.String(),
  id_anpr: T.String(),
  stato: T.Union([T.Literal('A'), T.Literal('C'), T.Literal('X')]),
  registro: T.Union([T.Literal('R'), T.Literal('E')]),
  comune_id: T.Integer(),
  codice_fiscale: N(T.String()),
  cf_validita: N(T.Integer()),
  cognome: N(T.String()),
  nome: N(T.String()),
  sesso: T.String(),
  nascita: T.String(),
  nascita_precisa: T.Union([T.Literal('G'), T.Literal('M'), T.Literal('A')]),
  nascita_comune_id: N(T.Integer()),
  nascita_stato: N(T.String()),
  gruppo_id: N(T.String()),
  gruppo_tipo: N(T.Integer()),
  legame: N(T.Integer()),
  progressivo: N(T.Integer()),
  ingresso_dal: N(T.String()),
  legame_dal: N(T.String()),
  residenza_dal: N(T.String()),
  iscritto_dal: N(T.String()),
  motivo_iscrizione: N(T.Integer()),
  aggiornata_il: N(T.String()),
  stato_civile: N(T.Integer()),
  certificabile: N(T.Integer()),
  senza_fissa_dimora: N(T.Boolean()),
  padre_id: N(T.String()),
  madre_id: N(T.String()),
  dati: T.Unsafe<DatiScheda>(T.Object({})),
}
const SCHEDA = row(T.Object(COLONNE_SCHEDA))
/** A person's present state; fields spelled as the columns. */
export type Scheda = Row<typeof SCHEDA>

export const COLONNE_GRUPPO = {
  id: T.String(),
  tipo: T.Union([T.Literal(3), T.Literal(4), T.Literal(5)]),
  comune_id: T.Integer(),
  aperto: T.Boolean(),
  origine: N(T.String()),
  motivo: N(T.Integer()),
  specie: N(T.Integer()),
  denominazione: N(T.String()),
  coabitante: N(T.Boolean()),
  responsabile_id: N(T.String()),
  dati: N(T.Unsafe<DatiGruppo>(T.Object({}))),
}
const GRUPPO = row(T.Object(COLONNE_GRUPPO))
/** A family (3), convivenza (4) or family abroad (5) with its members in their order, and the address that comes from
 *  them: the head's, else the first one's that has any; none for a convivenza where nobody lives. */
export type Famiglia = Row<typeof GRUPPO> & { membri: Scheda[]; indirizzo: DatiScheda['residenza'] }

/** By which a person is looked up: our id, the codice fiscale (doubles exist: several may answer), the idANPR. */
export type ChiavePersona = { id: string } | { codiceFiscale: string } | { idAnpr: string }

/** The schede that answer to a key, active first; the access to each is recorded by the very statement that reads it. */
export function persone(tx: Tx, m: Motivo, chiave: ChiavePersona): Promise<Scheda[]> {
  const motivo = perRegistrare(m)
  return tx.rows(
    SCHEDA,
    'id' in chiave
      ? sql`select *, accesso_registra(${motivo}, id) from scheda where id = ${chiave.id}`
      : 'idAnpr' in chiave
        ? sql`select *, accesso_registra(${motivo}, id) from scheda where id_anpr = ${chiave.idAnpr}`
        : sql`select *, accesso_registra(${motivo}, id) from scheda
               where codice_fiscale = ${chiave.codiceFiscale.toUpperCase()} order by stato, id`,
  )
}

/** A family or convivenza as it is now; the access is recorded for each member. */
export async function famiglia(tx: Tx, m: Motivo, gruppo: string): Promise<Famiglia | undefined> {
  const [g] = await tx.rows(GRUPPO, sql`select * from gruppo where id = ${gruppo}`)
  if (!g) return
  const membri = await tx.rows(
    SCHEDA,
    sql`select *, accesso_registra(${perRegistrare(m)}, id) from scheda where gruppo_id = ${gruppo} and stato = 'A' order by legame = 1 desc nulls last, progressivo, id`,
  )
  return { ...g, membri, indirizzo: membri.find(s => s.dati.residenza)?.dati.residenza }
}

const ID = row(T.Object({ id: T.String() }))
/** The scheda of who proved to have this codice fiscale: only a code that the Agenzia delle Entrate validated leads to one,
 *  and only where it leads to one alone; an active scheda before a cancelled one. Shows nothing of her, records nothing. */
export async function schedaDelCodice(read: Read, codiceFiscale: string): Promise<string | undefined> {
  const trovate = await read.rows(
    ID,
    sql`select id from scheda s where codice_fiscale = ${codiceFiscale} and cf_validita = 1 and stato <> 'X'
           and (stato = 'A' or not exists (select from scheda a where a.codice_fiscale = s.codice_fiscale and a.stato = 'A'))`,
  )
  return trovate.length === 1 ? trovate[0]?.id : undefined
}
