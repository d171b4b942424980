import { Type as T } from 'typebox'
import { type Db, type Read, type Row, row } from '../db/index.ts'
import { sql } from '../db/sql.ts'

const DEMO = row(T.Object({ scala: T.Integer(), completa: T.Boolean() }))
/** What makes a database a demo: written in it when it is created, never after. */
export type Demo = Row<typeof DEMO>

/** The demo's row; undefined on a real register. */
export const demoDi = async (read: Read): Promise<Demo | undefined> =>
  (await read.rows(DEMO, sql`select scala, completa from demo`))[0]

/** Declares a new database a demo. As `anpr_migra`: nobody else may. */
export const creaDemo = (db: Db, scala: number) => db.tx(tx => tx.run(sql`insert into demo (scala) values (${scala})`))

export const segnaCompleta = (db: Db) => db.tx(tx => tx.run(sql`update demo set completa = true`))

/** Lets the planner know what has been loaded; by itself PostgreSQL would in a minute or so. */
export const analizza = (db: Db) => db.tx(tx => tx.run(sql`analyze scheda, gruppo, unione, operazione`))

const COMUNE = row(T.Object({ comune_id: T.Integer() }))
/** Who is in already: an interrupted demo goes on where it stopped. */
export const giaDentro = async (read: Read): Promise<Set<number>> =>
  new Set(
    (await read.rows(COMUNE, sql`select comune_id from fornitura where stato = 'conclusa' and not prova`)).map(
      r => r.comune_id,
    ),
  )

const SI_NO = row(T.Object({ si: T.Boolean() }))
/** Whether the roads of the demo's comuni have been told. */
export const giaInCammino = async (read: Read): Promise<boolean> =>
  (await read.rows(SI_NO, sql`select exists (select from comune_cammino where chi = 'demo') as si`))[0]!.si
