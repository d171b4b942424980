// Stub, until the branch `comuni` brings the true search.
import { Type as T } from 'typebox'
import { type Read, type Row, row } from '../../db/index.ts'
import { sql } from '../../db/sql.ts'

const TROVATO = row(
  T.Object({
    comune_id: T.Integer(),
    codice_istat: T.Union([T.String(), T.Null()]),
    nome: T.String(),
    altro_nome: T.Union([T.String(), T.Null()]),
    provincia: T.String(),
    regione_nome: T.String(),
  }),
)

export const cercaComuni = (
  read: Read,
  testo: string,
  o: { il: string; limite: number },
): Promise<Row<typeof TROVATO>[]> =>
  read.rows(
    TROVATO,
    sql`select c.id as comune_id, p.codice_istat, p.nome, p.altro_nome, p.provincia, r.nome as regione_nome
          from comune c
          join comune_periodo p on p.comune = c.id
          join regione r on r.codice = p.regione
         where p.dal <= ${o.il} and (p.al is null or p.al >= ${o.il}) and not p.da_istituire and p.nome ilike ${testo.slice(0, 64)} || '%'
         order by length(p.nome), p.nome limit ${o.limite}`,
  )
