import { Type as T } from 'typebox'
import { type Read, type Row, row, type Tx } from '../db/index.ts'
import { sql } from '../db/sql.ts'
import { CORREGGIBILI, type Correggibile } from './correggibili.ts'

const N = <S extends T.TSchema>(s: S) => T.Union([s, T.Null()])
const MODIFICA = row(
  T.Object({
    dato: T.String(),
    n: T.Integer(),
    aperto: T.Boolean(),
    aiuto: N(T.String()),
    chi: T.String(),
    quando: T.String(),
  }),
)
/** What the ministry has said of a datum, last or once: whether citizens may ask for it, and what helps them to. */
export type ModificaDato = Row<typeof MODIFICA>

/** A datum as it is offered on this day. */
export interface CorreggibileOra extends Correggibile {
  /** words of the ministry's, shown beside the field */
  readonly aiuto: string | null
}

/** The data that may be asked for now, in their order: the program's table, with what the ministry changed of it. */
export async function correggibili(read: Read): Promise<ReadonlyMap<string, CorreggibileOra>> {
  const dette = new Map((await ultimeModifiche(read)).map(m => [m.dato, m]))
  return new Map(
    [...CORREGGIBILI].flatMap(([dato, c]) => {
      const m = dette.get(dato)
      return m?.aperto === false ? [] : [[dato, { ...c, aiuto: m?.aiuto ?? null }] as const]
    }),
  )
}

/** Of each datum that the ministry has ever changed, the last word. */
export const ultimeModifiche = (read: Read): Promise<ModificaDato[]> =>
  read.rows(
    MODIFICA,
    sql`select distinct on (dato) dato, n, aperto, aiuto, chi, quando from dato_correggibile order by dato, n desc`,
  )

/** Who changed a datum to what, newest first. */
export const storiaDelDato = (read: Read, dato: string): Promise<ModificaDato[]> =>
  read.rows(
    MODIFICA,
    sql`select dato, n, aperto, aiuto, chi, quando from dato_correggibile where dato = ${dato} order by n desc`,
  )

/** The ministry's new word on a datum; the former ones stay. @throws where the program knows no such datum */
export async function modificaDato(
  tx: Tx,
  m: { dato: string; aperto: boolean; aiuto: string | null; chi: string; adesso: string },
): Promise<void> {
  if (!CORREGGIBILI.has(m.dato)) throw new Error('no such datum')
  await tx.run(sql`
    insert into dato_correggibile (dato, n, aperto, aiuto, chi, quando)
    select ${m.dato}, coalesce(max(n), 0) + 1, ${m.aperto}, ${m.aiuto}, ${m.chi}, ${m.adesso}
      from dato_correggibile where dato = ${m.dato}`)
}
