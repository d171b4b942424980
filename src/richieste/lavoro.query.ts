import { Type as T } from 'typebox'
import { type Motivo, perRegistrare } from '../accessi/index.ts'
import { type Read, type Row, row, type Tx } from '../db/index.ts'
import { sql } from '../db/sql.ts'

/** A comune's lists of work. All but the closed ones hold what is open, the next due first; `entro`: days from today within
 *  which the comune's term lies. */
// biome-ignore format: a table
export const VISTE = [
  { nome: 'tutte' },
  { nome: 'nuove',       stato: 2 },
  { nome: 'in-carico',   stato: 3 },
  { nome: 'attesa',      stato: 6 },
  { nome: 'integrate',   stato: 7 },
  { nome: 'prorogate',   prorogate: true },
  { nome: 'in-scadenza', entro: [0, 7] },
  { nome: 'scadute',     entro: [null, -1] },
  { nome: 'chiuse',      chiuse: true },
] as const satisfies readonly {
  nome: string; stato?: number; prorogate?: true; entro?: readonly [number | null, number]; chiuse?: true
}[]
export type Vista = (typeof VISTE)[number]['nome']

export interface Filtro {
  readonly comune: number
  readonly vista: Vista
  /** pseudonym of the officer who has it; null: nobody; left out: whoever */
  readonly assegnata?: string | null | undefined
  /** AAAA-MM-GG */
  readonly oggi: string
}
/** Where a page of a list ends: the last row's day (of closed ones the instant, ISO 8601) and number. */
export interface Segno {
  readonly chiave: string
  readonly id: string
}

const SEGNO = row(T.Object({ id: T.String(), chiave: T.String() }))

/** A page of a list, numbers only: whoever shows more of a request calls {@link vociLavoro}. A page starts where the one before
 *  ended, so the hundredth costs what the first does. */
export function paginaLavoro(read: Read, f: Filtro, quante: number, dopo?: Segno): Promise<Segno[]> {
  const v: (typeof VISTE)[number] & { stato?: number; prorogate?: true; entro?: readonly [number | null, number] } =
    VISTE.find(x => x.nome === f.vista)!
  const [dal, al] = v.entro ?? [null, null]
  const da = { ...f, quante, chi: f.assegnata ?? '' }
  if ('chiuse' in v) {
    const c = { ...da, chiave: dopo?.chiave ?? 'infinity', id: dopo?.id ?? '0' }
    return read.rows(SEGNO, f.assegnata === undefined ? chiuse(c) : chiuseDiChi(c))
  }
  // The day before the first: whatever is due earlier was on an earlier page, or is on none.
  const p = { ...da, chiave: dopo?.chiave ?? '-infinity', id: dopo?.id ?? '0', dal, al, stato: v.stato ?? null }
  if (f.assegnata !== undefined) return read.rows(SEGNO, diChi({ ...p, proroghe: v.prorogate ? 1 : 0 }))
  if (v.prorogate) return read.rows(SEGNO, prorogate(p))
  return read.rows(SEGNO, v.stato === undefined ? perTermine(p) : perStato(p))
}

interface P {
  comune: number
  oggi: string
  quante: number
  chi: string
  chiave: string
  id: string
}
interface Aperte extends P {
  dal: number | null
  al: number | null
  stato: number | null
}
// A statement a list, each with its own index: with one for all, PostgreSQL would read a comune's every request.
const perTermine = (p: Aperte) => sql`
  select id, scade_comune as chiave from richiesta
   where comune_id = ${p.comune} and chiusa is null and inviata is not null
     and (scade_comune, id) > (${p.chiave}::date, ${p.id}::bigint)
     and scade_comune >= coalesce(${p.oggi}::date + ${p.dal}::int, '-infinity')
     and scade_comune <= coalesce(${p.oggi}::date + ${p.al}::int, 'infinity')
   order by scade_comune, id limit ${p.quante}`
const perStato = (p: Aperte) => sql`
  select id, scade_comune as chiave from richiesta
   where comune_id = ${p.comune} and stato = ${p.stato}::smallint and chiusa is null and inviata is not null
     and (scade_comune, id) > (${p.chiave}::date, ${p.id}::bigint)
   order by scade_comune, id limit ${p.quante}`
const diChi = (p: Aperte & { proroghe: number }) => sql`
  select id, scade_comune as chiave from richiesta
   where comune_id = ${p.comune} and coalesce(assegnata, '') = ${p.chi} and chiusa is null and inviata is not null
     and (scade_comune, id) > (${p.chiave}::date, ${p.id}::bigint)
     and scade_comune >= coalesce(${p.oggi}::date + ${p.dal}::int, '-infinity')
     and scade_comune <= coalesce(${p.oggi}::date + ${p.al}::int, 'infinity')
     and stato >= coalesce(${p.stato}::smallint, 0::smallint) and stato <= coalesce(${p.stato}::smallint, 99::smallint)
     and proroghe >= ${p.proroghe}::smallint
   order by scade_comune, id limit ${p.quante}`
const prorogate = (p: Aperte) => sql`
  select id, scade_comune as chiave from richiesta
   where comune_id = ${p.comune} and chiusa is null and proroghe > 0
     and (scade_comune, id) > (${p.chiave}::date, ${p.id}::bigint)
   order by scade_comune, id limit ${p.quante}`
const chiuse = (p: P) => sql`
  select id, to_char(chiusa at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as chiave from richiesta
   where comune_id = ${p.comune} and chiusa is not null and (chiusa, id) < (${p.chiave}::timestamptz, ${p.id}::bigint)
   order by chiusa desc, id desc limit ${p.quante}`
const chiuseDiChi = (p: P) => sql`
  select id, to_char(chiusa at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as chiave from richiesta
   where comune_id = ${p.comune} and coalesce(assegnata, '') = ${p.chi} and chiusa is not null
     and (chiusa, id) < (${p.chiave}::timestamptz, ${p.id}::bigint)
   order by chiusa desc, id desc limit ${p.quante}`

/** The comune's requests by number, whatever has become of them: for a file of all. A request keeps its number, so none comes
 *  twice and none is left out, whatever happens meanwhile. @param dopo number after which; left out: from the first */
export const numeriDalPrimo = (read: Read, comune: number, quanti: number, dopo = '0'): Promise<Segno[]> =>
  read.rows(
    SEGNO,
    sql`select id, '' as chiave from richiesta
         where comune_id = ${comune} and inviata is not null and id > ${dopo}::bigint order by id limit ${quanti}`,
  )

const N = <S extends T.TSchema>(s: S) => T.Union([s, T.Null()])
const VOCE = row(
  T.Object({
    id: T.String(),
    stato: T.Integer(),
    inviata: T.String(),
    chiusa: N(T.String()),
    scade_comune: T.String(),
    scade_legge: T.String(),
    proroghe: T.Integer(),
    assegnata: N(T.String()),
    cognome: N(T.String()),
    nome: N(T.String()),
    codice_fiscale: N(T.String()),
    dati: T.Array(T.String()),
  }),
)
/** A request in a list, with who asks; `dati`: codes of what is to be corrected. */
export type VoceLavoro = Row<typeof VOCE>

/** These requests, in this order; who asks is read, and that is recorded by the same statement. */
export const vociLavoro = (tx: Tx, m: Motivo, comune: number, numeri: readonly Segno[]): Promise<VoceLavoro[]> =>
  tx.rows(
    VOCE,
    sql`
    select r.id, r.stato, r.inviata, r.chiusa, r.scade_comune, r.scade_legge, r.proroghe, r.assegnata,
           s.cognome, s.nome, s.codice_fiscale,
           array(select d.dato from richiesta_dato d where d.richiesta_id = r.id order by d.n) as dati,
           accesso_registra(${perRegistrare(m)}, r.scheda_id)
      from unnest(${numeri.map(n => n.id)}::bigint[]) with ordinality k (id, n)
      join richiesta r on r.id = k.id left join scheda s on s.id = r.scheda_id
     where r.comune_id = ${comune} and r.inviata is not null
     order by k.n`,
  )
