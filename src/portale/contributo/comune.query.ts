import { Type as T } from 'typebox'
import { translittera } from '../../anagrafe/index.ts'
import { type Read, type Row, row } from '../../db/index.ts'
import { sql } from '../../db/sql.ts'

const COMUNE = row(
  T.Object({
    codice_istat: T.Union([T.String(), T.Null()]),
    nome: T.String(),
    provincia: T.String(),
    residenti: T.Union([T.Integer(), T.Null()]),
    residenti_anno: T.Union([T.Integer(), T.Null()]),
  }),
)
/** A comune of today, with its residents by the census; null where it is younger. */
export type ComuneContato = Row<typeof COMUNE>

/** Comuni that on a day bear this name (accents, apostrophes, hyphens and capitals aside; either of two names), or this
 *  ISTAT code. Five pairs of comuni share a name. */
export const omonimi = (read: Read, oggi: string, chiesto: string): Promise<ComuneContato[]> => {
  const lettere = translittera(chiesto).replace(/[^A-Z0-9]/g, '')
  const codice = /^\d{5,6}$/.test(lettere) ? lettere.padStart(6, '0') : null
  return read.rows(
    COMUNE,
    sql`select p.codice_istat, p.nome, p.provincia, c.residenti, c.residenti_anno::int
          from comune_periodo p join comune c on c.id = p.comune
         where p.dal <= ${oggi} and (p.al is null or p.al >= ${oggi}) and not p.da_istituire
           and case when ${codice}::text is not null then p.codice_istat = ${codice}
                    else ${lettere} in (regexp_replace(p.nome_traslitterato, '[^A-Z0-9]', '', 'g'),
                                        regexp_replace(p.altro_nome_traslitterato, '[^A-Z0-9]', '', 'g')) end
         order by p.nome, p.provincia`,
  )
}
