import { Type as T } from 'typebox'
import { type Read, type Row, row, type Tx } from '../../db/index.ts'
import { sql } from '../../db/sql.ts'

const N = <S extends T.TSchema>(s: S) => T.Union([s, T.Null()])
const TIPO = T.Union([T.Literal('postazione'), T.Literal('carta'), T.Literal('software')])
export type TipoCertificato = 'postazione' | 'carta' | 'software'

/** Where one works: a comune (our id), a prefettura (the ministry's code); neither: the ministry. */
export interface Sede {
  readonly comune: number | undefined
  readonly prefettura: string | undefined
}

const CERTIFICATO = row(
  T.Object({
    impronta: T.String(),
    tipo: TIPO,
    nome: T.String(),
    comune_id: N(T.Integer()),
    prefettura: N(T.String()),
    operatore: N(T.String()),
    titolare: N(T.String()),
    scade: T.String(),
    iscritto: T.String(),
    bloccato: N(T.String()),
    motivo_blocco: N(T.String()),
    operatore_bloccato: T.Boolean(),
  }),
)
/** An enrolled certificate: `impronta` in hexadecimal; the seat is the operator's where it is a card, and `titolare` her name. */
export type Certificato = Row<typeof CERTIFICATO>

/** By digest (hexadecimal). */
export const certificatoDi = async (
  read: Read,
  tipo: TipoCertificato,
  impronta: string,
): Promise<Certificato | undefined> =>
  (
    await read.rows(
      CERTIFICATO,
      sql`
    select encode(c.impronta, 'hex') as impronta, c.tipo, c.nome, coalesce(c.comune_id, o.comune_id) as comune_id,
           coalesce(c.prefettura, o.prefettura) as prefettura, c.operatore, o.cognome || ' ' || o.nome as titolare,
           c.scade, c.iscritto, c.bloccato, c.motivo_blocco, o.bloccato is not null as operatore_bloccato
      from certificato c left join operatore o on o.id = c.operatore
     where c.impronta = decode(${impronta}, 'hex') and c.tipo = ${tipo}`,
    )
  )[0]

/** The certificates of a seat: workstations, software, cards of its operators. */
export const certificatiDi = (read: Read, sede: Sede): Promise<Certificato[]> =>
  read.rows(
    CERTIFICATO,
    sql`
    select encode(c.impronta, 'hex') as impronta, c.tipo, c.nome, coalesce(c.comune_id, o.comune_id) as comune_id,
           coalesce(c.prefettura, o.prefettura) as prefettura, c.operatore, o.cognome || ' ' || o.nome as titolare,
           c.scade, c.iscritto, c.bloccato, c.motivo_blocco, o.bloccato is not null as operatore_bloccato
      from certificato c left join operatore o on o.id = c.operatore
     where coalesce(c.comune_id, o.comune_id) is not distinct from ${sede.comune ?? null}::integer
       and coalesce(c.prefettura, o.prefettura) is not distinct from ${sede.prefettura ?? null}::text
     order by c.tipo, c.nome, c.iscritto`,
  )

const UNA = row(T.Object({ impronta: T.String() }))
/** @returns false where it is enrolled already, whoever's it is */
export const inserisci = async (
  tx: Tx,
  c: {
    impronta: string
    tipo: TipoCertificato
    nome: string
    sede: Sede | undefined
    operatore: string | undefined
    scade: string
    ora: string
  },
): Promise<boolean> =>
  (
    await tx.rows(
      UNA,
      sql`
    insert into certificato (impronta, tipo, nome, comune_id, prefettura, operatore, scade, iscritto)
    values (decode(${c.impronta}, 'hex'), ${c.tipo}, ${c.nome}, ${c.sede?.comune ?? null}, ${c.sede?.prefettura ?? null},
            ${c.operatore ?? null}, ${c.scade}, ${c.ora})
        on conflict (impronta) do nothing returning encode(impronta, 'hex') as impronta`,
    )
  ).length > 0

/** Sets or lifts a block. @param motivo null: lifts it @returns false where it stood so already */
export const segnaBlocco = async (tx: Tx, impronta: string, ora: string, motivo: string | null): Promise<boolean> =>
  (await tx.run(sql`
    update certificato set bloccato = ${motivo === null ? null : ora}, motivo_blocco = ${motivo}
     where impronta = decode(${impronta}, 'hex') and (bloccato is null) = ${motivo !== null}`)) > 0

export const scriviFatto = (
  tx: Tx,
  f: { impronta: string; fatto: 'iscritto' | 'bloccato' | 'sbloccato'; chi: string; ora: string; motivo?: string },
) =>
  tx.run(sql`
    insert into certificato_fatto (impronta, fatto, chi, quando, motivo)
    values (decode(${f.impronta}, 'hex'), ${f.fatto}, ${f.chi}, ${f.ora}, ${f.motivo ?? null})`)

const FATTO = row(
  T.Object({
    fatto: T.Union([T.Literal('iscritto'), T.Literal('bloccato'), T.Literal('sbloccato')]),
    chi: T.String(),
    quando: T.String(),
    motivo: N(T.String()),
  }),
)
/** What was done to a certificate, in order. */
export const fattiDi = (read: Read, impronta: string): Promise<Row<typeof FATTO>[]> =>
  read.rows(
    FATTO,
    sql`select fatto, chi, quando, motivo from certificato_fatto where impronta = decode(${impronta}, 'hex') order by id`,
  )

/** Ends the sessions that were opened at a workstation. */
export const togliDiPostazione = (tx: Tx, nome: string) =>
  tx.run(sql`delete from sessione_operatore where postazione = ${nome}`)
