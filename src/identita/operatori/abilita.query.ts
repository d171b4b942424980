import { Type as T } from 'typebox'
import { type Read, type Row, row, type Tx } from '../../db/index.ts'
import { sql } from '../../db/sql.ts'
import { PROFILI, type Profilo } from './profili.ts'

const N = <S extends T.TSchema>(s: S) => T.Union([s, T.Null()])
const PROFILO = T.Union(PROFILI.map(p => T.Literal(p.profilo)))
const COLLEGA_CAMPI = {
  id: T.String(),
  codice_fiscale: T.String(),
  cognome: T.String(),
  nome: T.String(),
  profilo: PROFILO,
  abilitato: T.String(),
  bloccato: N(T.String()),
  motivo_blocco: N(T.String()),
}
const COLLEGA = row(T.Object(COLLEGA_CAMPI))
/** Somebody who works, or worked, for a comune. */
export type Collega = Row<typeof COLLEGA>

/** Everybody who was ever enrolled for a comune, by name: also whoever took a request in charge and is blocked since. */
export const operatoriDelComune = (read: Read, comune: number): Promise<Collega[]> =>
  read.rows(
    COLLEGA,
    sql`select id, codice_fiscale, cognome, nome, profilo, abilitato, bloccato, motivo_blocco
          from operatore where comune_id = ${comune} order by bloccato is not null, cognome, nome, id`,
  )

const DI_SEDE = row(T.Object({ ...COLLEGA_CAMPI, comune_id: N(T.Integer()), prefettura: N(T.String()) }))
/** Somebody whom the ministry enrols: a mayor, or who works for a prefettura (its code) or the ministry (neither). */
export type OperatoreDiSede = Row<typeof DI_SEDE>

/** Everybody who was ever enrolled for a prefettura or the ministry: the ministry first, then by seat and name.
 *  @param comune its mayors too (all of the country's are too many for a page) */
export const operatoriDelMinistero = (read: Read, comune?: number): Promise<OperatoreDiSede[]> =>
  read.rows(
    DI_SEDE,
    sql`select id, codice_fiscale, cognome, nome, profilo, comune_id, prefettura, abilitato, bloccato, motivo_blocco
          from operatore where comune_id is null or (comune_id = ${comune ?? null}::integer and profilo = 'sindaco')
         order by comune_id nulls last, prefettura nulls first, bloccato is not null, cognome, nome, id`,
  )

/** Locks an operator of a comune; another seat's is not there. @param comune undefined: of whatever seat, for the ministry */
export const bloccaRiga = async (tx: Tx, comune: number | undefined, id: string): Promise<Collega | undefined> =>
  (
    await tx.rows(
      COLLEGA,
      sql`select id, codice_fiscale, cognome, nome, profilo, abilitato, bloccato, motivo_blocco
            from operatore
           where (${comune ?? null}::integer is null or comune_id = ${comune ?? null}::integer) and id::text = ${id} for update`,
    )
  )[0]

export const segnaBloccato = (tx: Tx, id: string, b: { quando: string; motivo: string } | null) =>
  tx.run(
    sql`update operatore set bloccato = ${b?.quando ?? null}, motivo_blocco = ${b?.motivo ?? null} where id = ${id}::uuid`,
  )

export const segnaProfilo = (tx: Tx, id: string, profilo: Profilo) =>
  tx.run(sql`update operatore set profilo = ${profilo} where id = ${id}::uuid`)

const FATTO = row(
  T.Object({
    operatore: T.String(),
    fatto: T.Union([T.Literal('abilitato'), T.Literal('bloccato'), T.Literal('sbloccato'), T.Literal('profilo')]),
    chi: T.String(),
    quando: T.String(),
    motivo: N(T.String()),
    profilo: N(PROFILO),
  }),
)
/** What was done to an operator, and by whom (pseudonym). */
export type FattoOperatore = Row<typeof FATTO>

export const scriviFattoOperatore = (
  tx: Tx,
  f: Pick<FattoOperatore, 'operatore' | 'fatto' | 'chi' | 'quando'> & { motivo?: string; profilo?: Profilo },
) =>
  tx.run(sql`
    insert into operatore_fatto (operatore, fatto, chi, quando, motivo, profilo)
    values (${f.operatore}, ${f.fatto}, ${f.chi}, ${f.quando}, ${f.motivo ?? null}, ${f.profilo ?? null})`)

/** What was done to the operators of a comune, newest first. @param comune undefined: to those whom the ministry enrols */
export const fattiOperatori = (read: Read, comune: number | undefined): Promise<FattoOperatore[]> =>
  read.rows(
    FATTO,
    sql`select f.operatore, f.fatto, f.chi, f.quando, f.motivo, f.profilo
          from operatore_fatto f join operatore o on o.id = f.operatore
         where case when ${comune ?? null}::integer is null then o.comune_id is null or o.profilo = 'sindaco'
                    else o.comune_id = ${comune ?? null}::integer end order by f.id desc limit 200`,
  )
