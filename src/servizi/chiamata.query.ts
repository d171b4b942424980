import { Type as T } from 'typebox'
import { type Read, type Row, row, type Tx } from '../db/index.ts'
import { sql } from '../db/sql.ts'

const ID = row(T.Object({ id: T.String() }))
/** A new idOperazioneANPR. */
export const nuovoNumero = async (read: Read): Promise<string> =>
  (await read.rows(ID, sql`select nextval('chiamata_numero') as id`))[0]!.id

const CHIAMATA = row(T.Object({ impronta: T.String(), risposta: T.Union([T.String(), T.Null()]) }))
/** A call made before under the same id. */
export type ChiamataFatta = Row<typeof CHIAMATA>

/** Takes an id of the comune for a call. Of two at once the second waits for the first to end.
 *  @returns the call that has it already, undefined where it is now this one's */
export async function prendi(
  tx: Tx,
  c: {
    comune: number
    idComune: string
    id: string
    servizio: string
    impronta: string
    chi: string
    operatore: string
    quando: string
  },
): Promise<ChiamataFatta | undefined> {
  const presa = await tx.run(sql`
    insert into chiamata (comune_id, id_comune, id, servizio, impronta, chi, operatore, quando)
    values (${c.comune}, ${c.idComune}, ${c.id}, ${c.servizio}, decode(${c.impronta}, 'hex'), ${c.chi}, ${c.operatore},
            ${c.quando})
    on conflict do nothing`)
  if (presa === 1) return undefined
  return (
    await tx.rows(
      CHIAMATA,
      sql`select encode(impronta, 'hex') as impronta, risposta from chiamata
           where comune_id = ${c.comune} and id_comune = ${c.idComune}`,
    )
  )[0]
}

/** Calls of two years ago: nobody repeats one any more. @returns how many, a thousand at most */
export const dimenticaChiamate = (tx: Tx, oggi: string): Promise<number> =>
  tx.run(sql`
    delete from chiamata where (comune_id, id_comune) in (
      select comune_id, id_comune from chiamata where quando < ${oggi}::date - interval '24 months' limit 1000)`)

export const tieniRisposta = (tx: Tx, comune: number, idComune: string, risposta: string) =>
  tx.run(sql`update chiamata set risposta = ${risposta} where comune_id = ${comune} and id_comune = ${idComune}`)
