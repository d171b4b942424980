import { Type as T } from 'typebox'
import { type Read, type Row, row, type Tx } from '../../db/index.ts'
import { sql } from '../../db/sql.ts'

const ALLEGATO = row(
  T.Object({
    id: T.String(),
    richiesta_id: T.String(),
    nome: T.String(),
    formato: T.Union([T.Literal('pdf'), T.Literal('jpeg'), T.Literal('png')]),
    byte: T.Integer(),
    impronta: T.String(),
    tipologia: T.String(),
    caricato: T.String(),
    mano: T.Union([T.Literal('cittadino'), T.Literal('comune')]),
  }),
)
/** A document that hangs on a request; its bytes come by `leggiAllegato`. */
export type Allegato = Row<typeof ALLEGATO>

export const allegatiDi = (read: Read, richiesta: string): Promise<Allegato[]> =>
  read.rows(
    ALLEGATO,
    sql`select id, richiesta_id, nome, formato, byte, encode(impronta, 'hex') as impronta, tipologia, caricato, mano
          from allegato
         where richiesta_id = ${richiesta}::bigint order by id`,
  )

const ID = row(T.Object({ id: T.String() }))
export const scriviAllegato = async (
  tx: Tx,
  a: {
    richiesta: string
    nome: string
    formato: string
    byte: number
    impronta: string
    tipologia: string
    caricato: string
    mano: string
    esaminato: string | undefined
  },
): Promise<string> =>
  (
    await tx.rows(
      ID,
      sql`insert into allegato (richiesta_id, nome, formato, byte, impronta, tipologia, caricato, mano, esaminato)
          values (${a.richiesta}, ${a.nome}, ${a.formato}, ${a.byte}, decode(${a.impronta}, 'hex'), ${a.tipologia},
                  ${a.caricato}, ${a.mano}, ${a.esaminato ?? null}) returning id`,
    )
  )[0]!.id

export const scriviPezzo = (tx: Tx, allegato: string, n: number, dati: Buffer) =>
  tx.run(sql`insert into allegato_pezzo (allegato_id, n, dati) values (${allegato}, ${n}, ${dati})`)

const PEZZO = row(T.Object({ dati: T.String() }))
/** A piece, encrypted, as hexadecimal digits; undefined after the last. */
export const pezzo = async (read: Read, allegato: string, n: number): Promise<string | undefined> =>
  (
    await read.rows(
      PEZZO,
      sql`select encode(dati, 'hex') as dati from allegato_pezzo where allegato_id = ${allegato}::bigint and n = ${n}`,
    )
  )[0]?.dati

export const togliAllegato = (tx: Tx, richiesta: string, id: string) =>
  tx.run(sql`delete from allegato where id = ${id}::bigint and richiesta_id = ${richiesta}::bigint`)
