import { Type as T } from 'typebox'
import { type Read, type Row, row } from '../db/index.ts'
import { sql } from '../db/sql.ts'

const PROVINCIA = row(T.Object({ sigla: T.String(), nome: T.String(), regione: T.String(), regione_nome: T.String() }))
/** A province that has comuni on a counted day, with its region. */
export type ProvinciaContata = Row<typeof PROVINCIA>

/** Every province of a counted day, by region's name and its own. */
export const elencoProvince = (read: Read, giorno: string): Promise<ProvinciaContata[]> =>
  read.rows(
    PROVINCIA,
    sql`select distinct v.sigla, v.nome, r.codice as regione, r.nome as regione_nome,
               r.nome collate "it-x-icu" as per_regione, v.nome collate "it-x-icu" as per_nome
          from conteggio c
          join lateral (select regione, provincia from comune_periodo p where p.comune = c.comune_id and p.dal <= c.giorno
                         order by p.dal desc limit 1) p on true
          join provincia v on v.sigla = p.provincia
          join regione r on r.codice = p.regione
         where c.giorno = ${giorno} and c.stato <> 'cessato'
         order by per_regione, per_nome`,
  )
