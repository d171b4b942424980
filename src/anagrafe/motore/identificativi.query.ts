import { Type as T } from 'typebox'
import { type Read, row, type Tx } from '../../db/index.ts'
import { sql } from '../../db/sql.ts'
import type { RigaGruppo, RigaScheda } from './registro.query.ts'

/** Ids that comuni give to schede and families of theirs (OPERAZIONI.md 5): a comune that loses somebody closes its own, the
 *  one that gets her may give a new one. They are no section: each comune has its own. */

/** An id that the registering comune gives. */
export interface IdComune {
  tipo: 'S' | 'G'
  oggetto: string
  locale: string
  /** no other object of the comune has it */
  unico: boolean
}
interface Lasciato {
  tipo: 'S' | 'G'
  oggetto: string
  comune_id: number
}

/** Which objects leave which comune. */
export function lasciati(
  prima: { S: ReadonlyMap<string, object>; G: ReadonlyMap<string, object> },
  dopo: { S: ReadonlyMap<string, object>; G: ReadonlyMap<string, object> },
): Lasciato[] {
  return (['S', 'G'] as const).flatMap(tipo =>
    ([...prima[tipo]] as [string, RigaScheda | RigaGruppo][]).flatMap(([oggetto, { comune_id }]) =>
      (dopo[tipo].get(oggetto) as RigaScheda | RigaGruppo | undefined)?.comune_id === comune_id
        ? []
        : [{ tipo, oggetto, comune_id }],
    ),
  )
}

/** Closes what the comuni left behind had, and what the new ids take the place of; writes the new ones. */
export async function cambia(
  tx: Tx,
  op: string,
  comune: number,
  dal: string,
  via: readonly Lasciato[],
  nuovi: readonly IdComune[],
): Promise<void> {
  const chiusi = [...via, ...nuovi.map(n => ({ ...n, comune_id: comune }))]
  if (chiusi.length === 0) return
  await tx.run(sql`
    update id_comune i set al = ${dal}, op_out = ${op}
      from json_to_recordset(${JSON.stringify(chiusi)}) as c (tipo "char", oggetto bigint, comune_id int)
     where i.oggetto = c.oggetto and i.tipo = c.tipo and i.comune_id = c.comune_id and i.al is null`)
  if (nuovi.length > 0)
    await tx.run(sql`
      insert into id_comune (comune_id, tipo, locale, oggetto, dal, op_in)
      select ${comune}, tipo, locale, oggetto, ${dal}, ${op}
        from json_to_recordset(${JSON.stringify(nuovi)}) as n (tipo "char", oggetto bigint, locale text)`)
}

/** What an operation that is annulled had closed of these objects is open again; what it had given was never given. */
export async function rimetti(tx: Tx, op: string, schede: readonly string[], gruppi: readonly string[]): Promise<void> {
  const suoi = JSON.stringify([
    ...schede.map(oggetto => ({ tipo: 'S', oggetto })),
    ...gruppi.map(oggetto => ({ tipo: 'G', oggetto })),
  ])
  await tx.run(sql`
    update id_comune i
       set al = case when i.op_in = ${op} then i.dal end, op_out = case when i.op_in = ${op} then i.op_in end
      from json_to_recordset(${suoi}) as s (tipo "char", oggetto bigint)
     where i.oggetto = s.oggetto and i.tipo = s.tipo and (i.op_in = ${op} or i.op_out = ${op})`)
}

const USATO = row(T.Object({ tipo: T.String(), locale: T.String(), oggetto: T.String() }))
/** Which of these ids the comune uses now, and for what. */
export const usati = (read: Read, comune: number, quali: readonly IdComune[]) =>
  read.rows(
    USATO,
    sql`select i.tipo::text, i.locale, i.oggetto from id_comune i
          join json_to_recordset(${JSON.stringify(quali)}) as q (tipo "char", locale text) using (tipo, locale)
         where i.comune_id = ${comune} and i.al is null`,
  )
