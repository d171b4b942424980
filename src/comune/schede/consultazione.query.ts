import { Type as T } from 'typebox'
import { type Read, type Row, row, type Tx } from '../../db/index.ts'
import { sql } from '../../db/sql.ts'

const APERTA = row(T.Object({ scheda_id: T.String(), motivo: T.String() }))
/** A scheda that an officer is reading, and why. */
export type Consultazione = Row<typeof APERTA>

const RIFERIMENTO = row(T.Object({ riferimento: T.String() }))
/** Those that ran out go. @returns how many */
export const dimenticaConsultazioni = (tx: Tx, adesso: string): Promise<number> =>
  tx.run(sql`delete from consultazione where scade <= ${adesso}`)

/** Begins a consultation. @returns what its pages' address says in place of the scheda's number */
export async function apriConsultazione(
  tx: Tx,
  c: { operatore: string; scheda: string; motivo: string; adesso: string; scade: string },
): Promise<string> {
  return (
    await tx.rows(
      RIFERIMENTO,
      sql`insert into consultazione (operatore, scheda_id, motivo, scade)
          values (${c.operatore}, ${c.scheda}, ${c.motivo}, ${c.scade}) returning riferimento`,
    )
  )[0]!.riferimento
}

/** One's own, while it lasts: a colleague's is not there. @param riferimento as an address says it */
export const consultazione = async (
  read: Read,
  operatore: string,
  riferimento: string,
  adesso: string,
): Promise<Consultazione | undefined> =>
  (
    await read.rows(
      APERTA,
      sql`select scheda_id, motivo from consultazione
           where riferimento = ${riferimento}::uuid and operatore = ${operatore}::uuid and scade > ${adesso}`,
    )
  )[0]
