import { Type as T } from 'typebox'
import { type Read, type Row, row } from '../db/index.ts'
import { sql } from '../db/sql.ts'

const PASSO = row(T.Object({ giorno: T.String(), comuni: T.Integer(), cittadini: T.Integer() }))
/** What a day brought, or will bring: how many comuni, and their citizens (residents plus AIRE). */
export type Passo = Row<typeof PASSO>

/** Entries day by day, oldest first, so that their sum is just what `nazione` or `regioni` say of the counted day: as many
 *  citizens as `residenti_in + aire_in`, as many comuni as `comuni_in`.
 *  Counted are the comuni of the day, each with the citizens that it has on it, from the day since when its people are in.
 *  For one that was made of others that were in, that is the day when the last of these entered, not that of the merger
 *  (`ingresso`), which brought nobody. Where only some of them had entered, their people count from the first such entry
 *  and the comune does not: a step may have citizens and 0 comuni.
 *  @param regione ISTAT code; undefined: the whole country */
export const ingressi = (read: Read, giorno: string, regione?: string): Promise<Passo[]> =>
  read.rows(
    PASSO,
    sql`select persone_dal as giorno, (count(*) filter (where stato = 'in'))::int as comuni,
               sum(residenti + aire)::int as cittadini
          from conteggio
         where giorno = ${giorno} and persone_dal is not null and (${regione ?? null}::text is null or regione = ${regione ?? null})
         group by persone_dal order by persone_dal`,
  )

/** Planned entries by their day (`previsto`), oldest first, with the citizens that the comuni will bring; their sum is what
 *  `nazione` or `regioni` say is planned. A day may be past, where the window of the comune is still open.
 *  @param regione ISTAT code; undefined: the whole country */
export const previsti = (read: Read, giorno: string, regione?: string): Promise<Passo[]> =>
  read.rows(
    PASSO,
    sql`select previsto as giorno, count(*)::int as comuni, sum(attesi_residenti + attesi_aire)::int as cittadini
          from conteggio
         where giorno = ${giorno} and stato = 'pianificato' and (${regione ?? null}::text is null or regione = ${regione ?? null})
         group by previsto order by previsto`,
  )
