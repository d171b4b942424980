import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Type as T } from 'typebox'
import { type Db, type Read, type Row, row, type Tx } from '../db/index.ts'
import { sql, sqlDaFile } from '../db/sql.ts'
import { RADICE } from '../radice.ts'

const SCATTA = sqlDaFile(readFileSync(join(RADICE, 'src/statistiche/istantanea.sql'), 'utf8'))
const ISTANTANEA = row(T.Object({ giorno: T.String(), versione: T.String() }))
/** Which snapshot: `versione` changes whenever its day is counted again. */
export type Istantanea = Row<typeof ISTANTANEA>
const GIORNO = row(T.Object({ giorno: T.String() }))

/** Takes the snapshot of a day: the register as it stood at the midnight that opens it (Europe/Rome), by the operations
 *  registered before, so that it can be taken again and gives the same. Waits for operations that are just being
 *  committed.
 *  @param giorno AAAA-MM-GG */
export async function scattaConteggio(tx: Tx, giorno: string): Promise<void> {
  await tx.run(sql`lock table operazione in share mode`)
  await tx.run(sql`delete from conteggio where giorno = ${giorno}`)
  await tx.run({ ...SCATTA, valori: [giorno] })
  await tx.run(sql`delete from istantanea where giorno = ${giorno}`)
  await tx.run(sql`
    insert into istantanea (giorno, fino_a)
    select ${giorno}, coalesce(max(id), 0) from operazione
     where registrata < (${giorno}::date)::timestamp at time zone 'Europe/Rome'`)
}

/** Takes every snapshot that is missing, from the day after the newest up to today: once, however many processes ask.
 *  @returns the days counted now */
export const scattaMancanti = (db: Db, oggi: string): Promise<string[]> =>
  db.tx(async tx => {
    await tx.run(sql`select pg_advisory_xact_lock(20210408)`)
    const giorni = await tx.rows(
      GIORNO,
      sql`select g::date as giorno
            from generate_series(coalesce((select max(giorno) + 1 from istantanea), ${oggi}::date), ${oggi}::date, interval '1 day') g`,
    )
    for (const { giorno } of giorni) await scattaConteggio(tx, giorno)
    return giorni.map(g => g.giorno)
  })

/** The newest snapshot; undefined before the first. */
export const istantanea = async (read: Read): Promise<Istantanea | undefined> =>
  (await read.rows(ISTANTANEA, sql`select giorno, versione from istantanea order by giorno desc limit 1`))[0]
