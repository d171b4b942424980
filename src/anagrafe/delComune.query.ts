import { Type as T } from 'typebox'
import { type Motivo, perRegistrare } from '../accessi/index.ts'
import { type Read, type Row, row, type Tx } from '../db/index.ts'
import { sql } from '../db/sql.ts'
import type { DatiGruppo, DatiScheda } from './scheda.ts'

const N = <S extends T.TSchema>(s: S) => T.Union([s, T.Null()])
const DOVE = row(T.Object({ comune_id: T.Integer() }))
/** Which comune a scheda is of. */
export const comuneDellaScheda = async (read: Read, id: string): Promise<number | undefined> =>
  (await read.rows(DOVE, sql`select comune_id from scheda where id = ${id}::bigint and stato <> 'X'`))[0]?.comune_id

const ID = row(T.Object({ id: T.String() }))
/** Of these schede those of a comune. Ids only: nothing of theirs is read. */
export const delComune = async (read: Read, comune: number, ids: readonly string[]): Promise<string[]> =>
  (
    await read.rows(
      ID,
      sql`select id from scheda where id = any(${ids}::bigint[]) and comune_id = ${comune} and stato <> 'X' order by id`,
    )
  ).map(r => r.id)

const CONTORNO = row(
  T.Object({
    comune: T.String(),
    provincia: T.String(),
    comune_istat: N(T.String()),
    origine: N(T.String()),
    motivo_costituzione: N(T.Integer()),
    specie: N(T.Integer()),
    denominazione: N(T.String()),
    responsabile: N(T.Unsafe<DatiGruppo['responsabile'] & {}>(T.Object({}))),
    indirizzo: N(T.Unsafe<DatiScheda['residenza'] & {}>(T.Object({}))),
  }),
)
/** What stands around a scheda: its comune's present name, its family or convivenza and the address that comes from it. */
export const contorno = async (read: Read, comune: number, gruppo: string | null) =>
  (
    await read.rows(
      CONTORNO,
      sql`
    select p.nome as comune, p.provincia, p.codice_istat as comune_istat,
           g.origine, g.motivo as motivo_costituzione, g.specie, g.denominazione, g.dati -> 'responsabile' as responsabile,
           coalesce(g.dati -> 'residenza',
             (select h.dati -> 'residenza' from scheda h where h.gruppo_id = g.id and h.legame = 1 and h.stato = 'A' limit 1)
           ) as indirizzo
      from comune_periodo p left join gruppo g on g.id = ${gruppo}::bigint
     where p.comune = ${comune} order by p.dal desc limit 1`,
    )
  )[0]!

const TROVATA = row(
  T.Object({
    id: T.String(),
    stato: T.Union([T.Literal('A'), T.Literal('C')]),
    registro: T.Union([T.Literal('R'), T.Literal('E')]),
    cognome: N(T.String()),
    nome: N(T.String()),
    nascita: T.String(),
    nascita_precisa: T.Union([T.Literal('G'), T.Literal('M'), T.Literal('A')]),
    codice_fiscale: N(T.String()),
  }),
)
/** A person in a list of those found. */
export type SchedaTrovata = Row<typeof TROVATA>

export type Cercata =
  /** both as `perRicerca` writes them; day AAAA-MM-GG */
  | { readonly cognome: string; readonly nome: string; readonly nascita: string | null }
  | { readonly codiceFiscale: string }
  | { readonly idAnpr: string }

/** Who is shown at once; who finds more says more. */
export const TROVATE = 30

/** Schede of a comune that answer, the active ones first; each is recorded as read. Another comune's are not there. */
export const cercaNelComune = (tx: Tx, m: Motivo, comune: number, c: Cercata): Promise<SchedaTrovata[]> => {
  const motivo = perRegistrare(m)
  if ('codiceFiscale' in c)
    return tx.rows(
      TROVATA,
      sql`select id, stato, registro, cognome, nome, nascita, nascita_precisa, codice_fiscale, accesso_registra(${motivo}, id)
            from scheda where codice_fiscale = ${c.codiceFiscale} and comune_id = ${comune} and stato <> 'X'
           order by stato, id limit ${TROVATE}`,
    )
  if ('idAnpr' in c)
    return tx.rows(
      TROVATA,
      sql`select id, stato, registro, cognome, nome, nascita, nascita_precisa, codice_fiscale, accesso_registra(${motivo}, id)
            from scheda where id_anpr = ${c.idAnpr} and comune_id = ${comune} and stato <> 'X'`,
    )
  return tx.rows(
    TROVATA,
    sql`select id, stato, registro, cognome, nome, nascita, nascita_precisa, codice_fiscale, accesso_registra(${motivo}, id)
          from scheda where cognome_ricerca = ${c.cognome} and nome_ricerca = ${c.nome} and comune_id = ${comune}
           and (${c.nascita}::date is null or nascita = ${c.nascita}::date) and stato <> 'X'
         order by stato, nascita, id limit ${TROVATE}`,
  )
}

const PROVENIENZA = row(T.Object({ nome: N(T.String()) }))
/** Where a person came from, in words, as `miaScheda` has it. */
export const nomeProvenienza = async (read: Read, da: DatiScheda['provenienza']): Promise<string | null> =>
  da === undefined
    ? null
    : (
        await read.rows(
          PROVENIENZA,
          sql`
    select coalesce((select p.nome || ' (' || p.provincia || ')' from comune_periodo p where p.comune = ${da.comune} order by dal desc limit 1),
                    (select t.nome from stato t where t.codice_istat = ${da.stato})) as nome`,
        )
      )[0]!.nome
