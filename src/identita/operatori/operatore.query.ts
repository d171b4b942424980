import { Type as T } from 'typebox'
import { type Read, type Row, row, type Tx } from '../../db/index.ts'
import { sql } from '../../db/sql.ts'
import { PROFILI } from './profili.ts'

const N = <S extends T.TSchema>(s: S) => T.Union([s, T.Null()])
const PROFILO = T.Union(PROFILI.map(p => T.Literal(p.profilo)))
const VIA = T.Union([T.Literal('carta'), T.Literal('spid'), T.Literal('cie'), T.Literal('cns'), T.Literal('demo')])
export type ViaOperatore = 'carta' | 'spid' | 'cie' | 'cns' | 'demo'

const OPERATORE = row(
  T.Object({
    id: T.String(),
    codice_fiscale: T.String(),
    cognome: T.String(),
    nome: T.String(),
    profilo: PROFILO,
    comune_id: N(T.Integer()),
    prefettura: N(T.String()),
    abilitato: T.String(),
    bloccato: N(T.String()),
    motivo_blocco: N(T.String()),
  }),
)
/** Somebody enrolled for a seat. */
export type Operatore = Row<typeof OPERATORE>

export const operatore = async (read: Read, id: string): Promise<Operatore | undefined> =>
  (
    await read.rows(
      OPERATORE,
      sql`select id, codice_fiscale, cognome, nome, profilo, comune_id, prefettura, abilitato, bloccato, motivo_blocco
            from operatore where id = ${id}::uuid`,
    )
  )[0]

/** Every seat for which a person is enrolled, the blocked ones included. */
export const operatoriDiPersona = (read: Read, codiceFiscale: string): Promise<Operatore[]> =>
  read.rows(
    OPERATORE,
    sql`select id, codice_fiscale, cognome, nome, profilo, comune_id, prefettura, abilitato, bloccato, motivo_blocco
          from operatore where codice_fiscale = ${codiceFiscale} order by abilitato, id`,
  )

const ID = row(T.Object({ id: T.String() }))
/** Enrols a person; enrolled there already, it answers who she is and changes nothing. */
export async function scriviOperatore(
  tx: Tx,
  o: {
    codiceFiscale: string
    cognome: string
    nome: string
    profilo: string
    comune: number | undefined
    prefettura: string | undefined
    adesso: string
    da: string
  },
): Promise<string> {
  const nuovo = await tx.rows(
    ID,
    sql`insert into operatore (codice_fiscale, cognome, nome, profilo, comune_id, prefettura, abilitato, abilitato_da)
        values (${o.codiceFiscale}, ${o.cognome}, ${o.nome}, ${o.profilo}, ${o.comune ?? null}, ${o.prefettura ?? null},
                ${o.adesso}, ${o.da})
        on conflict do nothing returning id`,
  )
  if (nuovo[0]) return nuovo[0].id
  return (
    await tx.rows(
      ID,
      sql`select id from operatore where codice_fiscale = ${o.codiceFiscale}
             and comune_id is not distinct from ${o.comune ?? null}::integer
             and prefettura is not distinct from ${o.prefettura ?? null}::text`,
    )
  )[0]!.id
}

const SESSIONE = row(
  T.Object({
    numero: T.String(),
    operatore: T.String(),
    profilo: PROFILO,
    comune_id: N(T.Integer()),
    prefettura: N(T.String()),
    sede: N(T.String()),
    cognome: T.String(),
    nome: T.String(),
    via: VIA,
    postazione: N(T.String()),
    aperta: T.String(),
    scade: T.String(),
    da_segnare: T.Boolean(),
  }),
)

/** The session of a token, if it is open and its operator is not blocked.
 *  @param viva instant after which it must have been seen */
export const trovata = async (read: Read, token: Buffer, ora: string, viva: string) =>
  (
    await read.rows(
      SESSIONE,
      sql`
    select s.numero, s.operatore, o.profilo, o.comune_id, o.prefettura,
           coalesce((select c.nome from comune_periodo c where c.comune = o.comune_id order by c.dal desc limit 1),
                    (select p.nome from prefettura p where p.codice = o.prefettura)) as sede,
           o.cognome, o.nome, s.via, s.postazione, s.aperta, s.scade,
           s.vista <= ${ora}::timestamptz - interval '1 minute' as da_segnare
      from sessione_operatore s join operatore o on o.id = s.operatore
     where s.token = ${token} and s.scade > ${ora} and s.vista > ${viva} and o.bloccato is null`,
    )
  )[0]

const NUMERO = row(T.Object({ numero: T.String() }))
export const segnaVista = (db: Read, numero: string, ora: string) =>
  db.rows(
    NUMERO,
    sql`
    update sessione_operatore set vista = ${ora}
     where numero = ${numero} and vista <= ${ora}::timestamptz - interval '1 minute' returning numero`,
  )

export const inserisci = (
  tx: Tx,
  s: {
    token: Buffer
    operatore: string
    via: ViaOperatore
    postazione: string | undefined
    ora: string
    scade: string
  },
) =>
  tx.run(sql`
    insert into sessione_operatore (token, operatore, via, postazione, aperta, vista, scade)
    values (${s.token}, ${s.operatore}, ${s.via}, ${s.postazione ?? null}, ${s.ora}, ${s.ora}, ${s.scade})`)

export const togliPerToken = (tx: Tx, token: Buffer) =>
  tx.run(sql`delete from sessione_operatore where token = ${token}`)

/** Ends every session of an operator: she is blocked. */
export const togliDiOperatore = (tx: Tx, operatore: string) =>
  tx.run(sql`delete from sessione_operatore where operatore = ${operatore}::uuid`)

export const togliFinite = (tx: Tx, ora: string, viva: string) =>
  tx.run(sql`delete from sessione_operatore where scade <= ${ora} or vista <= ${viva}`)
