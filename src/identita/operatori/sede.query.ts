import { Type as T } from 'typebox'
import { type Read, type Row, row, type Tx } from '../../db/index.ts'
import { sql } from '../../db/sql.ts'
import { togliDiOperatore } from './operatore.query.ts'

const N = <S extends T.TSchema>(s: S) => T.Union([s, T.Null()])
const ISCRITTO = row(
  T.Object({
    id: T.String(),
    codice_fiscale: T.String(),
    cognome: T.String(),
    nome: T.String(),
    prefettura: N(T.String()),
    /** name of the prefettura; null: the ministry */
    sede: N(T.String()),
    abilitato: T.String(),
    bloccato: N(T.String()),
    motivo_blocco: N(T.String()),
  }),
)
/** Somebody who works for the ministry or for a prefettura, the blocked ones too. */
export type IscrittoFuoriComune = Row<typeof ISCRITTO>

/** Who is enrolled for the ministry and the prefetture, by seat and name. */
export const operatoriFuoriComune = (read: Read): Promise<IscrittoFuoriComune[]> =>
  read.rows(
    ISCRITTO,
    sql`select o.id, o.codice_fiscale, o.cognome, o.nome, o.prefettura, p.nome as sede, o.abilitato, o.bloccato, o.motivo_blocco
          from operatore o left join prefettura p on p.codice = o.prefettura
         where o.comune_id is null
         order by p.nome collate "it-x-icu" nulls first, o.cognome, o.nome, o.id`,
  )

/** Shuts an operator of the ministry or a prefettura out, her open sessions with her.
 *  @returns false where there is none, or she is out already */
export async function bloccaFuoriComune(tx: Tx, id: string, b: { motivo: string; adesso: string }): Promise<boolean> {
  const fatto = await tx.run(sql`
    update operatore set bloccato = ${b.adesso}, motivo_blocco = ${b.motivo}
     where id = ${id}::uuid and comune_id is null and bloccato is null`)
  if (fatto === 0) return false
  await togliDiOperatore(tx, id)
  return true
}

/** @returns false where there is none, or she was not out */
export const sbloccaFuoriComune = async (tx: Tx, id: string): Promise<boolean> =>
  (await tx.run(sql`
    update operatore set bloccato = null, motivo_blocco = null
     where id = ${id}::uuid and comune_id is null and bloccato is not null`)) > 0

const NOME = row(T.Object({ id: T.String(), nome: T.String() }))
/** Names of operators by pseudonym; what is none (the demo, the program itself) is left out. */
export const nomiOperatori = async (read: Read, chi: readonly string[]): Promise<ReadonlyMap<string, string>> =>
  new Map(
    (
      await read.rows(
        NOME,
        sql`select id, nome || ' ' || cognome as nome from operatore where id::text = any(${[...new Set(chi)]}::text[])`,
      )
    ).map(o => [o.id, o.nome]),
  )
