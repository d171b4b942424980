import { Type as T } from 'typebox'
import { type Read, type Row, row } from '../db/index.ts'
import { sql } from '../db/sql.ts'

const GRUPPI = {
  residenti_in: T.Integer(),
  aire_in: T.Integer(),
  famiglie_in: T.Integer(),
  convivenze_in: T.Integer(),
  residenti_pianificati: T.Integer(),
  aire_pianificati: T.Integer(),
  residenti_fuori: T.Integer(),
  aire_fuori: T.Integer(),
  comuni_in: T.Integer(),
  comuni_pianificati: T.Integer(),
  comuni_fuori: T.Integer(),
}
const NAZIONE = row(T.Object(GRUPPI))
const TERRITORIO = row(
  T.Object({ codice: T.String(), nome: T.String(), altro_nome: T.Union([T.String(), T.Null()]), ...GRUPPI }),
)
/** People and comuni in three groups that never overlap: in ANPR, with a planned day, neither. Citizens are residents
 *  plus AIRE. People in the register are `in` whatever their comune; those of a comune that has not brought them yet are
 *  as many as it says it will bring, or the census counted. */
export type Gruppi = Row<typeof NAZIONE>
/** The three groups of a region (ISTAT code) or of a province (sigla). */
export type DelTerritorio = Row<typeof TERRITORIO>

/** The country on a counted day; undefined where it was not counted. */
export const nazione = async (read: Read, giorno: string): Promise<Gruppi | undefined> =>
  (
    await read.rows(
      NAZIONE,
      sql`select sum(residenti)::int as residenti_in, sum(aire)::int as aire_in,
                 sum(famiglie)::int as famiglie_in, sum(convivenze)::int as convivenze_in,
                 coalesce(sum(attesi_residenti) filter (where stato = 'pianificato'), 0)::int as residenti_pianificati,
                 coalesce(sum(attesi_aire) filter (where stato = 'pianificato'), 0)::int as aire_pianificati,
                 coalesce(sum(attesi_residenti) filter (where stato = 'non_in'), 0)::int as residenti_fuori,
                 coalesce(sum(attesi_aire) filter (where stato = 'non_in'), 0)::int as aire_fuori,
                 (count(*) filter (where stato = 'in'))::int as comuni_in,
                 (count(*) filter (where stato = 'pianificato'))::int as comuni_pianificati,
                 (count(*) filter (where stato = 'non_in'))::int as comuni_fuori
            from conteggio where giorno = ${giorno} having count(*) > 0`,
    )
  )[0]

/** The twenty regions on a counted day, in the order of their codes. */
export const regioni = (read: Read, giorno: string): Promise<DelTerritorio[]> =>
  read.rows(
    TERRITORIO,
    sql`select r.codice, r.nome, r.altro_nome,
               sum(c.residenti)::int as residenti_in, sum(c.aire)::int as aire_in,
               sum(c.famiglie)::int as famiglie_in, sum(c.convivenze)::int as convivenze_in,
               coalesce(sum(c.attesi_residenti) filter (where c.stato = 'pianificato'), 0)::int as residenti_pianificati,
               coalesce(sum(c.attesi_aire) filter (where c.stato = 'pianificato'), 0)::int as aire_pianificati,
               coalesce(sum(c.attesi_residenti) filter (where c.stato = 'non_in'), 0)::int as residenti_fuori,
               coalesce(sum(c.attesi_aire) filter (where c.stato = 'non_in'), 0)::int as aire_fuori,
               (count(*) filter (where c.stato = 'in'))::int as comuni_in,
               (count(*) filter (where c.stato = 'pianificato'))::int as comuni_pianificati,
               (count(*) filter (where c.stato = 'non_in'))::int as comuni_fuori
          from conteggio c
          join regione r on r.codice = c.regione
         where c.giorno = ${giorno}
         group by r.codice order by r.codice`,
  )

/** The provinces of a region on a counted day, by name. */
export const province = (read: Read, giorno: string, regione: string): Promise<DelTerritorio[]> =>
  read.rows(
    TERRITORIO,
    sql`select v.sigla as codice, v.nome, v.altro_nome,
               sum(c.residenti)::int as residenti_in, sum(c.aire)::int as aire_in,
               sum(c.famiglie)::int as famiglie_in, sum(c.convivenze)::int as convivenze_in,
               coalesce(sum(c.attesi_residenti) filter (where c.stato = 'pianificato'), 0)::int as residenti_pianificati,
               coalesce(sum(c.attesi_aire) filter (where c.stato = 'pianificato'), 0)::int as aire_pianificati,
               coalesce(sum(c.attesi_residenti) filter (where c.stato = 'non_in'), 0)::int as residenti_fuori,
               coalesce(sum(c.attesi_aire) filter (where c.stato = 'non_in'), 0)::int as aire_fuori,
               (count(*) filter (where c.stato = 'in'))::int as comuni_in,
               (count(*) filter (where c.stato = 'pianificato'))::int as comuni_pianificati,
               (count(*) filter (where c.stato = 'non_in'))::int as comuni_fuori
          from conteggio c
          join provincia v on v.sigla = c.provincia
         where c.giorno = ${giorno} and c.regione = ${regione}
         group by v.sigla order by v.nome collate "it-x-icu"`,
  )
