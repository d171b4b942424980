import { Type as T } from 'typebox'
import { type Read, row, type Tx } from '../db/index.ts'
import { sql } from '../db/sql.ts'
import type { Chiamante } from './chiamante.ts'
import { codiceFinalita, type Finalita, RISERVATE, èRiservata } from './finalita.ts'

/** On what ground data are read: who, why, through which service or page. */
export interface Motivo {
  readonly chi: Chiamante
  readonly finalita: Finalita
  readonly servizio: string
  /** the parts of the scheda that are shown, as anagrafe names them (`NomeSezione`); left out: the whole */
  readonly sezioni?: readonly string[]
  /** of a reserved purpose: day on which the person may see it, AAAA-MM-GG */
  readonly riservataFino?: string
}

/** The ground as `accesso_registra(motivo, scheda)` takes it: a query that shows a person calls that function in its
 *  list of columns, so that reading and recording are one statement. A record of its own costs another trip to the
 *  database, half again the time of the read. */
export function perRegistrare(m: Motivo): string {
  if (èRiservata(m.finalita) !== (m.riservataFino !== undefined))
    throw new Error('a reserved purpose, and no other, says until when it is reserved')
  return JSON.stringify({
    ruolo: m.chi.ruolo,
    chi: m.chi.id,
    per_conto: m.chi.comune,
    finalita: codiceFinalita(m.finalita),
    servizio: m.servizio,
    sezioni: m.sezioni,
    riservata_fino: m.riservataFino,
  })
}

/** Records that somebody looked at what stands elsewhere than in the scheda: at the list of who read it. */
export const registraAccesso = (tx: Tx, m: Motivo, scheda: string) =>
  tx.run(sql`select accesso_registra(${perRegistrare(m)}, ${scheda}::bigint)`)

const RISERVATA = row(
  T.Object({
    id: T.String(),
    avvenuto: T.String(),
    ruolo: T.String(),
    per_conto: T.Union([T.Integer(), T.Null()]),
    dal: T.Union([T.String(), T.Null()]),
  }),
)
/** Reserved consultations that their person does not see yet, with the day from which she will; oldest first. */
export const riservate = (read: Read, oggi: string) =>
  read.rows(
    RISERVATA,
    sql`
    select * from (
      select a.id, a.avvenuto, a.ruolo, a.per_conto,
             coalesce((select s.dal from accesso_svincolo s where s.accesso_id = a.id order by s.id desc limit 1), a.riservata_fino) as dal
        from accesso a where a.finalita = any (${RISERVATE}::int[]) and a.servizio not like ${`${TRACCIA}%`}) r
     where dal is null or dal > ${oggi}::date order by avvenuto, id limit 1000`,
  )

const FATTO = row(T.Object({ id: T.String() }))
/** Says from which day the person sees a reserved consultation: sooner or later than was said when it was made. The last
 *  word counts. It leaves a row of its own in the record, so that the chain seals it and `verifica` finds a release that
 *  somebody wrote by hand; that row is never shown: it would tell of what was put off again.
 *  @param accesso number of the row of `accesso`
 *  @param dal AAAA-MM-GG
 *  @param atto the decision by which, as its authority names it
 *  @param chi the office that decided
 *  @returns false: there is no reserved consultation of that number */
export async function svincola(
  tx: Tx,
  s: { accesso: string; dal: string; atto: string; chi: string },
): Promise<boolean> {
  const traccia: Motivo = {
    chi: { ruolo: 'ministero', id: s.chi },
    finalita: 'sicurezza',
    servizio: `${TRACCIA}${s.accesso}/${s.dal}`,
    riservataFino: MAI,
  }
  const fatti = await tx.rows(
    FATTO,
    sql`
    with r as (select id, scheda_id from accesso
                where id = ${s.accesso} and finalita = any (${RISERVATE}::int[]) and servizio not like ${`${TRACCIA}%`}),
         s as (insert into accesso_svincolo (accesso_id, dal, atto, chi)
               select id, ${s.dal}::date, ${s.atto}, ${s.chi} from r returning accesso_id)
    select r.id, accesso_registra(${perRegistrare(traccia)}, r.scheda_id) from r join s on s.accesso_id = r.id`,
  )
  return fatti.length > 0
}
const TRACCIA = 'svincolo/'
const MAI = '9999-12-31'

const SVINCOLO = row(T.Object({ scritto: T.String() }))
/** Releases without their row in the record, as far back as the record reaches. */
export const svincoliSenzaTraccia = (read: Read) =>
  read.rows(
    SVINCOLO,
    sql`
    select scritto from accesso_svincolo
     where scritto >= (select min(avvenuto) from accesso)
       and ${TRACCIA} || accesso_id || '/' || dal not in (select servizio from accesso where servizio like ${`${TRACCIA}%`})`,
  )

/** Drops months of the record that ended so many months ago, each as a whole: no row is ever deleted by itself. Never less than two
 *  years. @returns how many */
export const dimenticaAccessi = async (tx: Tx, oggi: string, mesi: number): Promise<number> =>
  (await tx.rows(QUANTI, sql`select accesso_mesi_vecchi(${oggi}::date, ${mesi}::int) as n`))[0]!.n
const QUANTI = row(T.Object({ n: T.Integer() }))

/** Makes the partitions of this month and the next two where they are missing. Run every night: rows of a month
 *  without one go to `accesso_altro`. */
export const preparaMesi = (tx: Tx, oggi: string) =>
  tx.run(sql`select accesso_mese((${oggi}::date + n * interval '1 month')::date) from generate_series(0, 2) n`)
