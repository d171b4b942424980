import { Type as T } from 'typebox'
import { type Db, type Read, type Row, row } from '../../db/index.ts'
import { sql } from '../../db/sql.ts'
import type { SegnalazioneNuova } from './segnala.ts'

/** Keeps a report; the same one again changes nothing. */
export const segna = (db: Db, s: SegnalazioneNuova): Promise<number> =>
  db.tx(tx =>
    tx.run(sql`
      insert into segnalazione_accessibilita (riferimento, pagina, problema, tecnologia, email)
      values (${s.riferimento}, ${s.pagina}, ${s.problema}, ${s.tecnologia ?? null}, ${s.email ?? null})
      on conflict do nothing`),
  )

const RICEVUTA = row(T.Object({ riferimento: T.String(), giorno: T.String() }))
/** That a report arrived, and on which day; undefined: no such report. */
export const ricevuta = async (read: Read, riferimento: string): Promise<Row<typeof RICEVUTA> | undefined> =>
  (
    await read.rows(
      RICEVUTA,
      sql`select riferimento, ricevuta::date as giorno from segnalazione_accessibilita where riferimento = ${riferimento}`,
    )
  )[0]

const Testo = T.Union([T.String(), T.Null()])
const SEGNALAZIONE = row(
  T.Object({
    riferimento: T.String(),
    ricevuta: T.String(),
    pagina: T.String(),
    problema: T.String(),
    tecnologia: Testo,
    email: Testo,
  }),
)
/** A report of something that could not be used; `ricevuta` is `AAAA-MM-GG OO:MM`, Europe/Rome. */
export type Segnalazione = Row<typeof SEGNALAZIONE>

/** Accessibility reports, newest first; for the office, not for the pages (`anpr_web` may not read them). */
export const segnalazioni = (read: Read, o: { quante: number }): Promise<Segnalazione[]> =>
  read.rows(
    SEGNALAZIONE,
    sql`select riferimento, to_char(ricevuta, 'YYYY-MM-DD HH24:MI') as ricevuta, pagina, problema, tecnologia, email
          from segnalazione_accessibilita order by id desc limit ${o.quante}`,
  )
