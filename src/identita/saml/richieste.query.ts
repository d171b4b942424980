import { Type as T } from 'typebox'
import { type Read, row, type Tx } from '../../db/index.ts'
import { sql } from '../../db/sql.ts'
import type { Federazione, Richiesta } from './tipi.ts'

export const apriRichiesta = (tx: Tx, r: Omit<Richiesta, 'eidas'>, scade: string) =>
  tx.run(sql`
    insert into saml_richiesta (id, federazione, fornitore, chiesta, scade, livello, browser)
    values (${r.id}, ${r.federazione}, ${r.fornitore}, ${r.chiesta}, ${scade}, ${r.livello}, ${r.nonce})`)

const RICHIESTA = row(
  T.Object({
    id: T.String(),
    federazione: T.Union([T.Literal('spid'), T.Literal('cie')]),
    fornitore: T.String(),
    chiesta: T.String(),
    livello: T.Union([T.Literal(1), T.Literal(2), T.Literal(3)]),
    nonce: T.String(),
  }),
)
/** A login that is still to be answered. */
export const richiestaViva = async (read: Read, federazione: Federazione, id: string, ora: string) =>
  (
    await read.rows(
      RICHIESTA,
      sql`
    select id, federazione, fornitore, to_char(chiesta at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as chiesta,
           livello, browser as nonce
      from saml_richiesta
     where id = ${id} and federazione = ${federazione} and consumata is null and scade > ${ora}`,
    )
  )[0]

const RISPOSTE = row(T.Object({ risposte: T.Integer() }))
/** Counts one more answer. @returns how many there are now; undefined: it was answered or ran out meanwhile */
export const altraRisposta = async (tx: Tx, id: string, ora: string): Promise<number | undefined> =>
  (
    await tx.rows(
      RISPOSTE,
      sql`
    update saml_richiesta set risposte = risposte + 1
     where id = ${id} and consumata is null and scade > ${ora} returning risposte`,
    )
  )[0]?.risposte

/** Uses a login up: the second who tries finds it used. */
export const consuma = async (tx: Tx, id: string, ora: string): Promise<boolean> =>
  (await tx.run(sql`
    update saml_richiesta set consumata = ${ora}, risposte = risposte + 1
     where id = ${id} and consumata is null and scade > ${ora}`)) === 1

export const dimenticaRichieste = (tx: Tx, prima: string) =>
  tx.run(sql`delete from saml_richiesta where scade < ${prima}`)
