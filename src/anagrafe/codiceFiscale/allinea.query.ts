import { Type as T } from 'typebox'
import { type Read, type Row, row, type Tx } from '../../db/index.ts'
import { sql } from '../../db/sql.ts'

const N = <S extends T.TSchema>(s: S) => T.Union([s, T.Null()])
const DOMANDA = row(
  T.Object({
    id: T.String(),
    scheda_id: T.String(),
    op_id: T.String(),
    gestione: T.Union([T.Literal('valida'), T.Literal('attribuisci'), T.Literal('omocodice')]),
    tentativi: T.Integer(),
  }),
)
export type Domanda = Row<typeof DOMANDA>

/** Takes the next question whose time has come, and puts it off by `secondi`: who dies while asking loses nothing, and two
 *  workers never ask the same at once. */
export const prendi = async (tx: Tx, adesso: string, secondi: number): Promise<Domanda | undefined> =>
  (
    await tx.rows(
      DOMANDA,
      sql`update allineamento_ae a set tentativi = tentativi + 1,
                 prossimo = ${adesso}::timestamptz + ${secondi} * interval '1 second'
           where id = (select id from allineamento_ae where stato = 'attesa' and prossimo <= ${adesso}::timestamptz
                        order by prossimo, id limit 1 for update skip locked)
          returning id, scheda_id, op_id, gestione, tentativi`,
    )
  )[0]

/** Locks a question that is still ours to close: false where another worker took it meanwhile, or it is closed. */
export const ancoraNostra = async (tx: Tx, d: Domanda): Promise<boolean> =>
  (
    await tx.rows(
      DOMANDA,
      sql`select id, scheda_id, op_id, gestione, tentativi from allineamento_ae
           where id = ${d.id} and stato = 'attesa' and tentativi = ${d.tentativi} for update`,
    )
  ).length === 1

/** Is there a later question about the same person? Then this one has nothing to say any more. */
export const superata = async (read: Read, d: Domanda): Promise<boolean> =>
  (
    await read.rows(
      DOMANDA,
      sql`select id, scheda_id, op_id, gestione, tentativi from allineamento_ae
           where scheda_id = ${d.scheda_id} and id > ${d.id}::bigint limit 1`,
    )
  ).length > 0

export const chiudi = (
  tx: Tx,
  d: Domanda,
  c: { stato: string; adesso: string; esito?: string; risposta?: object; operazione?: string },
) =>
  tx.run(sql`
    update allineamento_ae set stato = ${c.stato}, chiusa = ${c.adesso}, esito = ${c.esito ?? null},
           risposta = ${c.risposta ? JSON.stringify(c.risposta) : null}::json, risposta_op_id = ${c.operazione ?? null}
     where id = ${d.id} and stato = 'attesa'`)

/** To be asked again. */
export const rimanda = (tx: Tx, d: Domanda, adesso: string, secondi: number, perche: string) =>
  tx.run(sql`
    update allineamento_ae set prossimo = ${adesso}::timestamptz + ${secondi} * interval '1 second', esito = ${perche}
     where id = ${d.id} and stato = 'attesa' and tentativi = ${d.tentativi}`)

const CODICE = row(
  T.Object({
    codice: N(T.String()),
    validita: N(T.Integer()),
    dal: T.String(),
    decorrenza: T.String(),
    operazione: T.String(),
  }),
)
/** The codici fiscali that a person has had, oldest first: each with the day from which the register has it, and the
 *  operation that wrote it. Annulled ones are left out. Each lasts until the next. */
export const codiciDi = (read: Read, scheda: string): Promise<Row<typeof CODICE>[]> =>
  read.rows(
    CODICE,
    sql`
    with e as (
      select * from effetto where oggetto = ${scheda} and tipo = 'S' and sezione = 'codiceFiscale'
    ), valide as (
      select * from e where annulla is null and not exists (select from e t where t.annulla = e.op_id)
    )
    select coalesce((select base from e where base is not null order by op_id limit 1) ->> 'codice_fiscale',
                    case when exists (select from e) then null else s.codice_fiscale end) as codice,
           coalesce(((select base from e where base is not null order by op_id limit 1) ->> 'cf_validita')::int,
                    case when exists (select from e) then null else s.cf_validita end) as validita,
           coalesce(s.aggiornata_il, o.decorrenza) as dal, o.decorrenza, s.op_base as operazione
      from scheda s join operazione o on o.id = s.op_base where s.id = ${scheda}
    union all
    select dopo ->> 'codice_fiscale', (dopo ->> 'cf_validita')::int, dal, decorrenza, op_id from valide
    order by 5`,
  )

const ID = row(T.Object({ id: T.String() }))
/** The schede that have, or have had, this codice fiscale: an old card finds its bearer. Reads no personal data but the ids;
 *  who opens the scheda is recorded there. */
export const schedeConCodice = async (read: Read, codice: string): Promise<string[]> =>
  (
    await read.rows(
      ID,
      sql`select id from scheda where codice_fiscale = ${codice} and stato <> 'X'
          union select oggetto from effetto e
            where sezione = 'codiceFiscale' and tipo = 'S' and dopo ->> 'codice_fiscale' = ${codice} and annulla is null
              and not exists (select from effetto t where t.oggetto = e.oggetto and t.tipo = e.tipo and t.sezione = e.sezione
                                 and t.annulla = e.op_id)
          union select oggetto from effetto
            where sezione = 'codiceFiscale' and tipo = 'S' and base ->> 'codice_fiscale' = ${codice}
          order by 1`,
    )
  ).map(r => r.id)

const STATO = row(
  T.Object({
    id: T.String(),
    scheda_id: T.String(),
    stato: T.String(),
    tentativi: T.Integer(),
    esito: N(T.String()),
    risposta_op_id: N(T.String()),
  }),
)
/** The questions about a person, oldest first: what was asked, what became of it. */
export const allineamentiDi = (read: Read, scheda: string): Promise<Row<typeof STATO>[]> =>
  read.rows(
    STATO,
    sql`select id, scheda_id, stato, tentativi, esito, risposta_op_id from allineamento_ae where scheda_id = ${scheda} order by id`,
  )
