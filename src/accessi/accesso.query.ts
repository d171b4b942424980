import { Type as T } from 'typebox'
import { row, type Tx } from '../db/index.ts'
import { sql } from '../db/sql.ts'
import type { Chiamante } from './chiamante.ts'
import { codiceFinalita, type Finalita, èRiservata } from './finalita.ts'

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

/** Says from which day the person sees a reserved consultation: sooner or later than was said when it was made. The last
 *  word counts.
 *  @param accesso number of the row of `accesso`
 *  @param atto the decision by which, as its authority names it */
export const svincola = (tx: Tx, s: { accesso: string; dal: string; atto: string; chi: string }) =>
  tx.run(
    sql`insert into accesso_svincolo (accesso_id, dal, atto, chi) values (${s.accesso}, ${s.dal}, ${s.atto}, ${s.chi})`,
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
