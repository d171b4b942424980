import { Type as T } from 'typebox'
import { type Read, type Row, row, type Tx } from '../../db/index.ts'
import { sql } from '../../db/sql.ts'
import type { Canale } from './messaggi.ts'

const N = <S extends T.TSchema>(s: S) => T.Union([s, T.Null()])
const CANALE = T.Union([T.Literal('email'), T.Literal('sms'), T.Literal('pec')])

const NUMERO = row(T.Object({ id: T.String() }))
/** Puts a message into the outbox; the job sends it. After `scade` it is of no use and is not sent any more.
 *  @param m.utente whose code it carries; null: a notice, which its sender knows by the number
 *  @returns its number */
export const imbuca = async (
  tx: Tx,
  m: {
    utente: string | null
    canale: Canale
    destinatario: string
    oggetto: string
    testo: string
    creato: string
    scade: string
  },
): Promise<string> =>
  (
    await tx.rows(
      NUMERO,
      sql`insert into messaggio (utente, canale, destinatario, oggetto, testo, creato, scade, prossimo)
          values (${m.utente}, ${m.canale}, ${m.destinatario}, ${m.oggetto}, ${m.testo}, ${m.creato}, ${m.scade},
                  ${m.creato}) returning id`,
    )
  )[0]!.id

const PRESO = row(
  T.Object({
    id: T.String(),
    canale: CANALE,
    destinatario: T.String(),
    oggetto: T.String(),
    testo: T.String(),
    tentativi: T.Integer(),
    vita: T.Integer(),
    scaduto: T.Boolean(),
  }),
)
/** A message in hand; `vita`: for how many seconds in all it is of use. */
export type Preso = Row<typeof PRESO>
/** The next message that is due; nobody else gets it for `secondi`. */
export const prendi = async (tx: Tx, adesso: string, secondi: number): Promise<Preso | undefined> =>
  (
    await tx.rows(
      PRESO,
      sql`
    update messaggio set tentativi = tentativi + 1, prossimo = ${adesso}::timestamptz + ${secondi} * interval '1 second'
     where id = (select id from messaggio where esito is null and prossimo <= ${adesso}
                  order by prossimo, id limit 1 for update skip locked)
    returning id, canale, destinatario, oggetto, testo, tentativi,
              extract(epoch from scade - creato)::int as vita, scade <= ${adesso} as scaduto`,
    )
  )[0]

/** How a message ended. */
export type EsitoMessaggio = 'consegnato' | 'rifiutato' | 'scaduto'

/** Writes how an attempt ended. With an outcome the text is erased: it may hold a code. */
export const segnaTentativo = (
  tx: Tx,
  t: {
    messaggio: string
    adesso: string
    riuscito: boolean
    risposta: string
    esito?: EsitoMessaggio | undefined
    traSecondi?: number
  },
) =>
  tx.run(sql`
    with t as (
      insert into messaggio_tentativo (messaggio, avvenuto, riuscito, risposta)
      values (${t.messaggio}, clock_timestamp(), ${t.riuscito}, ${t.risposta}))
    update messaggio
       set esito = ${t.esito ?? null}, testo = case when ${t.esito ?? null}::text is null then testo end,
           prossimo = case when ${t.esito ?? null}::text is null then ${t.adesso}::timestamptz + ${t.traSecondi ?? 0} * interval '1 second' end
     where id = ${t.messaggio} and esito is null`)

const STATO = row(
  T.Object({
    canale: CANALE,
    creato: T.String(),
    esito: N(T.Union([T.Literal('consegnato'), T.Literal('rifiutato'), T.Literal('scaduto')])),
    tentativi: T.Integer(),
    fallito: T.Boolean(),
  }),
)
/** How far the last message to a person is: `fallito`: the last attempt did not succeed. */
export type StatoMessaggio = Row<typeof STATO>
export const ultimoMessaggio = async (
  read: Read,
  utente: string,
  canale: Canale,
): Promise<StatoMessaggio | undefined> =>
  (
    await read.rows(
      STATO,
      sql`select canale, creato, esito, tentativi::int as tentativi,
                 coalesce((select not riuscito from messaggio_tentativo t where t.messaggio = m.id order by avvenuto desc limit 1), false) as fallito
            from messaggio m where utente = ${utente} and canale = ${canale} order by id desc limit 1`,
    )
  )[0]

/** Forgets messages of a month ago with their attempts, requests of codes of yesterday, and codes that ran out. */
export async function dimenticaMessaggi(tx: Tx, oggi: string): Promise<void> {
  await tx.run(sql`delete from messaggio where creato < ${oggi}::date - interval '30 days'`)
  await tx.run(sql`delete from recapito_richiesta where chiesta < ${oggi}::date - interval '1 day'`)
  await tx.run(sql`delete from recapito_codice where scade < ${oggi}::date`)
}
