import { Type as T } from 'typebox'
import { type Read, type Row, row } from '../db/index.ts'
import { sql } from '../db/sql.ts'

const PASSO = row(T.Object({ giorno: T.String(), comuni: T.Integer(), cittadini: T.Integer() }))
/** What a day brought, or will bring: how many comuni, and their citizens (residents plus AIRE). */
export type Passo = Row<typeof PASSO>

/** Entries day by day, oldest first: comuni by their first day in ANPR, with the citizens that they count on the day of
 *  the snapshot; so the sum is that day's figure.
 *  @param regione ISTAT code; undefined: the whole country */
export const ingressi = (read: Read, giorno: string, regione?: string): Promise<Passo[]> =>
  read.rows(
    PASSO,
    sql`select c.ingresso as giorno, count(*)::int as comuni, sum(c.residenti + c.aire)::int as cittadini
          from conteggio c
          join lateral (select regione from comune_periodo p where p.comune = c.comune_id and p.dal <= c.giorno
                         order by p.dal desc limit 1) p on true
         where c.giorno = ${giorno} and c.stato = 'in' and (${regione ?? null}::text is null or p.regione = ${regione ?? null})
         group by c.ingresso order by c.ingresso`,
  )

/** Planned entries, by their day, with the citizens that the comuni will bring. */
export const previsti = (read: Read, giorno: string, regione?: string): Promise<Passo[]> =>
  read.rows(
    PASSO,
    sql`select c.previsto as giorno, count(*)::int as comuni, sum(c.attesi_residenti + c.attesi_aire)::int as cittadini
          from conteggio c
          join lateral (select regione from comune_periodo p where p.comune = c.comune_id and p.dal <= c.giorno
                         order by p.dal desc limit 1) p on true
         where c.giorno = ${giorno} and c.stato = 'pianificato'
           and (${regione ?? null}::text is null or p.regione = ${regione ?? null})
         group by c.previsto order by c.previsto`,
  )
