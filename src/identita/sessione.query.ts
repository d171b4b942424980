import { Type as T } from 'typebox'
import { type Read, type Row, row, type Tx } from '../db/index.ts'
import { sql } from '../db/sql.ts'
import type { Identificata } from './tipi.ts'

const N = <S extends T.TSchema>(s: S) => T.Union([s, T.Null()])
const VIA = T.Union([T.Literal('spid'), T.Literal('cie'), T.Literal('cns')])
const LIVELLO = T.Union([T.Literal(1), T.Literal(2), T.Literal(3)])

const SESSIONE = row(
  T.Object({
    numero: T.String(),
    utente: T.String(),
    codice_fiscale: T.String(),
    via: VIA,
    livello: LIVELLO,
    cognome: T.String(),
    nome: T.String(),
    nascita: N(T.String()),
    fornitore: T.String(),
    istante: T.String(),
    aperta: T.String(),
    scade: T.String(),
    informativa: N(T.String()),
    da_segnare: T.Boolean(),
  }),
)

/** The session of a token, if it is open. `da_segnare`: that she was seen was noted a minute ago or longer.
 *  @param viva instant after which it must have been seen */
export const trovata = async (read: Read, token: Buffer, ora: string, viva: string) =>
  (
    await read.rows(
      SESSIONE,
      sql`
    select s.numero, s.utente, u.codice_fiscale, s.via, s.livello, s.cognome, s.nome, s.nascita, s.fornitore, s.istante,
           s.aperta, s.scade, u.informativa, s.vista <= ${ora}::timestamptz - interval '1 minute' as da_segnare
      from sessione s join utente u on u.id = s.utente
     where s.token = ${token} and s.scade > ${ora} and s.vista > ${viva}`,
    )
  )[0]

const NUMERO = row(T.Object({ numero: T.String() }))
/** Notes that she was seen; of several requests at once one does. */
export const segnaVista = (db: Read, numero: string, ora: string) =>
  db.rows(
    NUMERO,
    sql`
    update sessione set vista = ${ora}
     where numero = ${numero} and vista <= ${ora}::timestamptz - interval '1 minute' returning numero`,
  )

const UTENTE = row(T.Object({ id: T.String(), prima: N(T.String()) }))
/** The pseudonym of a codice fiscale, made at the first login, with the login before this one; two at once get the same. */
export async function entraUtente(tx: Tx, codiceFiscale: string, ora: string): Promise<Row<typeof UTENTE>> {
  const segna = () =>
    tx.rows(
      UTENTE,
      sql`update utente set entrata = ${ora} where codice_fiscale = ${codiceFiscale} returning new.id, old.entrata as prima`,
    )
  const [gia] = await segna()
  if (gia) return gia
  const [nuovo] = await tx.rows(
    UTENTE,
    sql`
    insert into utente (codice_fiscale, creato, entrata) values (${codiceFiscale}, ${ora}, ${ora})
        on conflict (codice_fiscale) do nothing returning id, null::timestamptz as prima`,
  )
  return nuovo ?? (await segna())[0]!
}

export const inserisci = (
  tx: Tx,
  s: {
    token: Buffer
    utente: string
    chi: Identificata
    ora: string
    scade: string
    prima: string | null
    agente: string
  },
) =>
  tx.run(sql`
    insert into sessione (token, utente, via, livello, cognome, nome, nascita, fornitore, istante, aperta, vista, scade, prima, agente)
    values (${s.token}, ${s.utente}, ${s.chi.via}, ${s.chi.livello}, ${s.chi.cognome}, ${s.chi.nome}, ${s.chi.nascita},
            ${s.chi.fornitore}, ${s.chi.istante}, ${s.ora}, ${s.ora}, ${s.scade}, ${s.prima}, ${s.agente})`)

export const togliPerToken = (tx: Tx, token: Buffer) => tx.run(sql`delete from sessione where token = ${token}`)

/** Ends one of her own; somebody else's is not there. @returns whether it was */
export const togliPerNumero = async (tx: Tx, utente: string, numero: string) =>
  (await tx.run(sql`delete from sessione where utente = ${utente} and numero = ${numero}`)) > 0

export const togliTutte = (tx: Tx, utente: string) => tx.run(sql`delete from sessione where utente = ${utente}`)

const MIA = row(
  T.Object({
    numero: T.String(),
    via: VIA,
    agente: T.String(),
    aperta: T.String(),
    vista: T.String(),
    scade: T.String(),
  }),
)
export type RigaSessione = Row<typeof MIA>
export const elencoDi = (read: Read, utente: string, ora: string, viva: string) =>
  read.rows(
    MIA,
    sql`
    select numero, via, agente, aperta, vista, scade from sessione
     where utente = ${utente} and scade > ${ora} and vista > ${viva} order by vista desc, numero desc`,
  )

/** What ran out, deleted. */
export const togliFinite = (tx: Tx, ora: string, viva: string) =>
  tx.run(sql`delete from sessione where scade <= ${ora} or vista <= ${viva}`)

const PRIMA = row(T.Object({ prima: N(T.String()) }))
export const primaDi = async (read: Read, numero: string) =>
  (await read.rows(PRIMA, sql`select prima from sessione where numero = ${numero}`))[0]?.prima

export const segnaInformativa = (tx: Tx, utente: string, versione: string, ora: string) =>
  tx.run(sql`update utente set informativa = ${versione}, informativa_il = ${ora} where id = ${utente}`)
