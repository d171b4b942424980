import { Type as T } from 'typebox'
import { type Read, type Row, row } from '../db/index.ts'
import { sql } from '../db/sql.ts'
import { RISERVATE } from './finalita.ts'

const N = <S extends T.TSchema>(s: S) => T.Union([s, T.Null()])
const LETTURA = row(
  T.Object({
    id: T.String(),
    /** microseconds since 1970 */
    istante: T.String(),
    /** in Rome: AAAA-MM-GG, HH:MM:SS */
    giorno: T.String(),
    ora: T.String(),
    ruolo: T.String(),
    per_conto: N(T.Integer()),
    finalita: T.Integer(),
    servizio: T.String(),
    sezioni: N(T.Array(T.String())),
    operazione: N(T.String()),
    mia: T.Boolean(),
  }),
)
/** Somebody read a scheda, or changed it (`operazione`). Not who: only on whose behalf. `sezioni` null: the whole. */
export type Lettura = Row<typeof LETTURA>

/** Which readings of a scheda the person who asks may see. Days of Rome, both included. */
export interface Periodo {
  readonly dal: string
  readonly al: string
  /** today: what is reserved until later is not there */
  readonly oggi: string
  /** id of the caller whose scheda it is */
  readonly utente: string
}
/** A page of them, newest first: her own, or everybody else's. */
export interface Pagina extends Periodo {
  readonly mie: boolean
  readonly quante: number
  /** the last one of the page before */
  readonly dopo?: { readonly istante: string; readonly id: string } | undefined
}

// The period bounds the months that are opened (partition pruning), the index (scheda_id, avvenuto) what is read of each.
// A key and not a number of rows to skip: page 50 costs what page 1 does, and rows that arrive meanwhile move nothing.
/** Who read a scheda, newest first. Reserved consultations are there from the day of their release. */
export const letture = (read: Read, scheda: string, p: Pagina): Promise<Lettura[]> =>
  read.rows(
    LETTURA,
    sql`
    select a.id, (extract(epoch from a.avvenuto) * 1000000)::bigint as istante,
           (a.avvenuto at time zone 'Europe/Rome')::date as giorno,
           to_char(a.avvenuto at time zone 'Europe/Rome', 'HH24:MI:SS') as ora,
           a.ruolo, a.per_conto, a.finalita::int as finalita, a.servizio, a.sezioni, a.operazione,
           a.ruolo = 'cittadino' and a.chi = ${p.utente} as mia
      from accesso a
     where a.scheda_id = ${scheda}
       and a.avvenuto >= ${p.dal}::date::timestamp at time zone 'Europe/Rome'
       and a.avvenuto < (${p.al}::date + 1)::timestamp at time zone 'Europe/Rome'
       and a.avvenuto <= timestamptz 'epoch' + ${p.dopo?.istante ?? FINE}::bigint * interval '1 microsecond'
       and (a.avvenuto, a.id) < (timestamptz 'epoch' + ${p.dopo?.istante ?? FINE}::bigint * interval '1 microsecond', ${p.dopo?.id ?? FINE}::bigint)
       and (a.ruolo = 'cittadino' and a.chi = ${p.utente}) = ${p.mie}::boolean
       and ((a.riservata_fino is null and a.finalita <> all (${RISERVATE}::int[])) or ${p.oggi}::date >=
            coalesce((select s.dal from accesso_svincolo s where s.accesso_id = a.id order by s.id desc limit 1), a.riservata_fino))
     order by a.avvenuto desc, a.id desc
     limit ${p.quante}`,
  )
/** 31 December 9999 in microseconds; larger than any id too. */
const FINE = '253402214400000000'

const UFFICIO = row(
  T.Object({ ruolo: T.String(), per_conto: N(T.Integer()), letture: T.Integer(), modifiche: T.Integer() }),
)
/** How often an office read a scheda, and how often it changed it. */
export type DiUfficio = Row<typeof UFFICIO>

/** Readings and changes by office, most first; without her own. */
export const perUfficio = (read: Read, scheda: string, p: Periodo): Promise<DiUfficio[]> =>
  read.rows(
    UFFICIO,
    sql`
    select a.ruolo, a.per_conto, (count(*) filter (where a.operazione is null))::int as letture,
           (count(distinct a.operazione))::int as modifiche
      from accesso a
     where a.scheda_id = ${scheda}
       and a.avvenuto >= ${p.dal}::date::timestamp at time zone 'Europe/Rome'
       and a.avvenuto < (${p.al}::date + 1)::timestamp at time zone 'Europe/Rome'
       and not (a.ruolo = 'cittadino' and a.chi = ${p.utente})
       and ((a.riservata_fino is null and a.finalita <> all (${RISERVATE}::int[])) or ${p.oggi}::date >=
            coalesce((select s.dal from accesso_svincolo s where s.accesso_id = a.id order by s.id desc limit 1), a.riservata_fino))
     group by a.ruolo, a.per_conto
     order by count(*) desc, a.ruolo, a.per_conto`,
  )
