import { Type as T } from 'typebox'
import { type Read, type Row, row, type Tx } from '../../db/index.ts'
import { sql } from '../../db/sql.ts'
import type { TipoRecapito } from './valori.ts'

const N = <S extends T.TSchema>(s: S) => T.Union([s, T.Null()])
const TIPO = T.Union([T.Literal('email'), T.Literal('telefono')])

const RECAPITO = row(
  T.Object({
    tipo: TIPO,
    valore: N(T.String()),
    confermato: N(T.String()),
    in_attesa: N(T.String()),
    scade: N(T.String()),
    tentativi: N(T.Integer()),
  }),
)
/** An e-mail or a telephone: what stands (`confermato` null: not known to be hers) and what waits for its code. */
export type Recapito = Row<typeof RECAPITO>
export const recapitiDi = (read: Read, utente: string, adesso: string): Promise<Recapito[]> =>
  read.rows(
    RECAPITO,
    sql`select coalesce(r.tipo, c.tipo) as tipo, r.valore, r.confermato, c.valore as in_attesa, c.scade, c.tentativi::int as tentativi
          from (select * from recapito where utente = ${utente}) r
          full join (select * from recapito_codice where utente = ${utente} and scade > ${adesso}) c using (tipo) order by 1`,
  )

const CODICE = row(
  T.Object({
    valore: T.String(),
    sale: T.Unsafe<Buffer>({}),
    impronta: T.Unsafe<Buffer>({}),
    tentativi: T.Integer(),
    scaduto: T.Boolean(),
    appena: T.Boolean(),
  }),
)
/** The code on its way, locked: attempts are counted one after another. `appena`: asked for less than a minute ago. */
export const codiceDi = async (tx: Tx, utente: string, tipo: TipoRecapito, adesso: string) =>
  (
    await tx.rows(
      CODICE,
      sql`select valore, sale, impronta, tentativi::int as tentativi, scade <= ${adesso} as scaduto,
                 chiesto > ${adesso}::timestamptz - interval '1 minute' as appena
            from recapito_codice where utente = ${utente} and tipo = ${tipo} for update`,
    )
  )[0]

export const scriviCodice = (
  tx: Tx,
  c: {
    utente: string
    tipo: TipoRecapito
    valore: string
    sale: Buffer
    impronta: Buffer
    adesso: string
    scade: string
  },
) =>
  tx.run(sql`
    insert into recapito_codice (utente, tipo, valore, sale, impronta, scade, chiesto)
    values (${c.utente}, ${c.tipo}, ${c.valore}, ${c.sale}, ${c.impronta}, ${c.scade}, ${c.adesso})
    on conflict (utente, tipo) do update
      set valore = excluded.valore, sale = excluded.sale, impronta = excluded.impronta, scade = excluded.scade,
          chiesto = excluded.chiesto, tentativi = 0`)

export const contaTentativo = (tx: Tx, utente: string, tipo: TipoRecapito) =>
  tx.run(sql`update recapito_codice set tentativi = tentativi + 1 where utente = ${utente} and tipo = ${tipo}`)

export const togliCodice = (tx: Tx, utente: string, tipo: TipoRecapito) =>
  tx.run(sql`delete from recapito_codice where utente = ${utente} and tipo = ${tipo}`)

const CONTO = row(T.Object({ ora: T.Integer(), giorno: T.Integer(), a_lui: T.Integer() }))
/** Codes that a person asked for in the last hour and day, and messages of any person's to this address in a day. One
 *  person's requests are counted one after another. */
export async function richieste(tx: Tx, utente: string, destinatario: string, adesso: string) {
  await tx.run(sql`select pg_advisory_xact_lock(20160616, hashtext(${utente}::text))`)
  const [c] = await tx.rows(
    CONTO,
    sql`select (count(*) filter (where chiesta > ${adesso}::timestamptz - interval '1 hour'))::int as ora, count(*)::int as giorno,
               (select count(*)::int from messaggio where destinatario = ${destinatario} and utente is not null
                   and creato > ${adesso}::timestamptz - interval '1 day') as a_lui
          from recapito_richiesta where utente = ${utente} and chiesta > ${adesso}::timestamptz - interval '1 day'`,
  )
  return c!
}
export const segnaRichiesta = (tx: Tx, utente: string, tipo: TipoRecapito, adesso: string) =>
  tx.run(sql`insert into recapito_richiesta (utente, tipo, chiesta) values (${utente}, ${tipo}, ${adesso})`)

const VALORE = row(T.Object({ valore: T.String(), confermato: N(T.String()), appena: T.Boolean() }))
/** What stands; `appena`: confirmed in the last ten minutes. */
export const recapito = async (read: Read, utente: string, tipo: TipoRecapito, adesso: string) =>
  (
    await read.rows(
      VALORE,
      sql`select valore, confermato, coalesce(confermato > ${adesso}::timestamptz - interval '10 minutes', false) as appena
            from recapito where utente = ${utente} and tipo = ${tipo}`,
    )
  )[0]

export const scriviRecapito = (
  tx: Tx,
  r: { utente: string; tipo: TipoRecapito; valore: string; confermato: string | null; adesso: string },
) =>
  tx.run(sql`
    insert into recapito (utente, tipo, valore, confermato, scritto)
    values (${r.utente}, ${r.tipo}, ${r.valore}, ${r.confermato}, ${r.adesso})
    on conflict (utente, tipo) do update
      set valore = excluded.valore, confermato = excluded.confermato, scritto = excluded.scritto`)

export const togliRecapito = (tx: Tx, utente: string, tipo: TipoRecapito) =>
  tx.run(sql`delete from recapito where utente = ${utente} and tipo = ${tipo}`)

const AVVISI = row(T.Object({ avvisi: T.Boolean() }))
/** Whether a person wants notices by e-mail; she does until she says no. */
export const avvisiDi = async (read: Read, utente: string): Promise<boolean> =>
  (await read.rows(AVVISI, sql`select avvisi from preferenza where utente = ${utente}`))[0]?.avvisi ?? true

/** Addresses of people who have not come in for two years. @returns how many */
export const dimenticaRecapiti = (tx: Tx, oggi: string): Promise<number> =>
  tx.run(sql`
    delete from recapito r using utente u where u.id = r.utente and u.entrata < ${oggi}::date - interval '24 months'`)

const LEI = row(T.Object({ codice_fiscale: T.String(), avvisi: T.Boolean(), email: N(T.String()) }))
/** What a notice to a person needs: whether she wants it by e-mail, the address that is known to be hers, and by what INAD knows
 *  her. */
export const perAvvisare = async (read: Read, utente: string): Promise<Row<typeof LEI> | undefined> =>
  (
    await read.rows(
      LEI,
      sql`select u.codice_fiscale, coalesce(p.avvisi, true) as avvisi, r.valore as email
            from utente u left join preferenza p on p.utente = u.id
            left join recapito r on r.utente = u.id and r.tipo = 'email' and r.confermato is not null
           where u.id = ${utente}::uuid`,
    )
  )[0]

export const scegliAvvisi = (tx: Tx, utente: string, avvisi: boolean, adesso: string) =>
  tx.run(sql`
    insert into preferenza (utente, avvisi, scritta) values (${utente}, ${avvisi}, ${adesso})
    on conflict (utente) do update set avvisi = excluded.avvisi, scritta = excluded.scritta`)
