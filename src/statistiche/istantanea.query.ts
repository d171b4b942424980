import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Type as T } from 'typebox'
import { type Db, type Read, type Row, row, type Tx } from '../db/index.ts'
import { sql, sqlDaFile } from '../db/sql.ts'
import { RADICE } from '../radice.ts'
import { contaRettifiche } from './rettificheMesi.query.ts'

const SCATTA = sqlDaFile(readFileSync(join(RADICE, 'src/statistiche/istantanea.sql'), 'utf8'))
const ISTANTANEA = row(T.Object({ giorno: T.String(), versione: T.String() }))
/** Which snapshot: `versione` changes whenever its day is counted again. */
export type Istantanea = Row<typeof ISTANTANEA>
const GIORNO = row(T.Object({ giorno: T.String() }))

/** One process counts at a time. */
const soltantoIo = (tx: Tx) => tx.run(sql`select pg_advisory_xact_lock(20210408)`)

/** Waits until the operations and roads that are just being committed are, and holds nobody up after: the lock goes with
 *  the savepoint. */
async function attendiChiScrive(tx: Tx): Promise<void> {
  await tx.run(sql`savepoint quiete`)
  await tx.run(sql`lock table operazione, comune_cammino in share mode`)
  await tx.run(sql`rollback to savepoint quiete`)
}

/** Sums the movements up to the midnight before the one that is counted: by then whatever was registered before it has
 *  been committed, so these stay. Kept are those of a week and of the first of each month: a past day begins there. */
async function somma(tx: Tx, giorno: string): Promise<void> {
  await tx.run(sql`
    with vigilia as (select ${giorno}::date - 1 as giorno), da as (
      select max(s.giorno) as giorno from somma s, vigilia v where s.giorno <= v.giorno
    )
    insert into somma (giorno, comune_id, residenti, aire, famiglie, convivenze)
    select v.giorno, comune_id, sum(residenti), sum(aire), sum(famiglie), sum(convivenze)
      from vigilia v, (
        select comune_id, residenti, aire, famiglie, convivenze from somma where giorno = (select giorno from da)
        union all
        select comune_id, coalesce(sum(persone) filter (where registro = 'R'), 0), coalesce(sum(persone) filter (where registro = 'E'), 0),
               sum(famiglie), sum(convivenze)
          from movimento
         where giorno >= coalesce((select giorno from da), '-infinity') and giorno < (select giorno from vigilia)
         group by comune_id) s
     where (select giorno from da) is distinct from v.giorno
     group by v.giorno, comune_id`)
  await tx.run(sql`
    delete from somma where giorno < (select max(giorno) - 7 from somma) and extract(day from giorno) <> 1`)
}

/** Takes the snapshot of a day: the register as it stood at the midnight that opens it (Europe/Rome), by the operations
 *  registered and the roads known before. Of a past day it gives the same figures whenever it is taken, whatever was
 *  registered, planned or merged since: all but the census and the list of comuni, of which only the present state is
 *  kept. Whose people and whose entry count for whom: header of `istantanea.sql`.
 *  @param giorno AAAA-MM-GG */
export async function scattaConteggio(tx: Tx, giorno: string): Promise<void> {
  await soltantoIo(tx)
  await attendiChiScrive(tx)
  await somma(tx, giorno)
  await tx.run(sql`delete from conteggio where giorno = ${giorno}`)
  await tx.run({ ...SCATTA, valori: [giorno] })
  await contaRettifiche(tx, giorno)
  await tx.run(sql`delete from istantanea where giorno = ${giorno}`)
  await tx.run(sql`
    insert into istantanea (giorno, fino_a)
    select ${giorno}, coalesce(max(id), 0) from operazione
     where registrata < (${giorno}::date)::timestamp at time zone 'Europe/Rome'`)
}

/** Takes every snapshot that is missing, from the day after the newest up to today, each in a transaction of its own: each
 *  once, however many processes ask, and what an interrupted run has counted stays.
 *  @returns the days that this call counted */
export async function scattaMancanti(db: Db, oggi: string): Promise<string[]> {
  const contati: string[] = []
  for (;;) {
    const giorno = await db.tx(async tx => {
      await soltantoIo(tx)
      const [manca] = await tx.rows(
        GIORNO,
        sql`select giorno from (select coalesce(max(giorno) + 1, ${oggi}::date) as giorno from istantanea) g
             where giorno <= ${oggi}::date`,
      )
      if (manca) await scattaConteggio(tx, manca.giorno)
      return manca?.giorno
    })
    if (!giorno) return contati
    contati.push(giorno)
  }
}

/** The newest snapshot; undefined before the first. */
export const istantanea = async (read: Read): Promise<Istantanea | undefined> =>
  (await read.rows(ISTANTANEA, sql`select giorno, versione from istantanea order by giorno desc limit 1`))[0]

/** All the days that were counted, newest first. */
export const giorni = (read: Read): Promise<Istantanea[]> =>
  read.rows(ISTANTANEA, sql`select giorno, versione from istantanea order by giorno desc`)
