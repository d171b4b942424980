import { Type as T } from 'typebox'
import { type Motivo, perRegistrare } from '../accessi/index.ts'
import { type Row, row, type Tx } from '../db/index.ts'
import { sql } from '../db/sql.ts'

const N = <S extends T.TSchema>(s: S) => T.Union([s, T.Null()])
const VOCE = row(
  T.Object({
    id: T.String(),
    tipo: T.Integer(),
    stato: T.Integer(),
    scheda_id: T.String(),
    interessata: N(T.String()),
    gruppo_id: N(T.String()),
    codice_fiscale: N(T.String()),
    cf_validita: N(T.Integer()),
    inviata: T.String(),
    chiusa: N(T.String()),
    assegnata: N(T.String()),
  }),
)
/** A request as a list for the comune's software shows it; `interessata`: the scheda to be corrected, where it is one. */
export type VoceElenco = Row<typeof VOCE>

export interface Criteri {
  comune: number
  tipo: number
  stato?: number | undefined
  /** AAAA-MM-GG in Rome, both included: of sending, or of the last thing that happened */
  dal: string
  al: string
  per: 'apertura' | 'aggiornamento'
  prorogate?: boolean | undefined
  /** still open, and due by this day */
  inScadenzaEntro?: string | undefined
}

/** A comune's own requests, in the order in which they were sent (or last changed); who sees a person's codice fiscale here is
 *  recorded as having read her. Drafts are nobody's but the citizen's. */
export const elencoRichieste = (tx: Tx, m: Motivo, c: Criteri): Promise<VoceElenco[]> =>
  tx.rows(VOCE, (c.per === 'apertura' ? perApertura : perAggiornamento)(perRegistrare(m), c))

// Two statements, each with the index of its own date.
const perApertura = (motivo: string, c: Criteri) => sql`
  select r.id, r.tipo, r.stato, r.scheda_id, r.inviata, r.chiusa, r.assegnata, s.gruppo_id, s.codice_fiscale, s.cf_validita,
         (select min(d.scheda_id) from richiesta_dato d
           where d.richiesta_id = r.id having count(distinct d.scheda_id) = 1) as interessata,
         accesso_registra(${motivo}, r.scheda_id)
    from richiesta r left join scheda s on s.id = r.scheda_id
   where r.comune_id = ${c.comune} and r.tipo = ${c.tipo}
     and r.inviata >= ${c.dal}::date and r.inviata < ${c.al}::date + 1
     and (${c.stato ?? null}::smallint is null or r.stato = ${c.stato ?? null}::smallint)
     and (${c.prorogate ?? false}::boolean is false or r.proroghe > 0)
     and (${c.inScadenzaEntro ?? null}::date is null
          or (r.chiusa is null and r.scade_comune <= ${c.inScadenzaEntro ?? null}::date))
   order by r.inviata, r.id`
const perAggiornamento = (motivo: string, c: Criteri) => sql`
  select r.id, r.tipo, r.stato, r.scheda_id, r.inviata, r.chiusa, r.assegnata, s.gruppo_id, s.codice_fiscale, s.cf_validita,
         (select min(d.scheda_id) from richiesta_dato d
           where d.richiesta_id = r.id having count(distinct d.scheda_id) = 1) as interessata,
         accesso_registra(${motivo}, r.scheda_id)
    from richiesta r left join scheda s on s.id = r.scheda_id
   where r.comune_id = ${c.comune} and r.tipo = ${c.tipo} and r.inviata is not null
     and r.aggiornata >= ${c.dal}::date and r.aggiornata < ${c.al}::date + 1
     and (${c.stato ?? null}::smallint is null or r.stato = ${c.stato ?? null}::smallint)
     and (${c.prorogate ?? false}::boolean is false or r.proroghe > 0)
     and (${c.inScadenzaEntro ?? null}::date is null
          or (r.chiusa is null and r.scade_comune <= ${c.inScadenzaEntro ?? null}::date))
   order by r.aggiornata, r.id`
