import { Type as T } from 'typebox'
import { type Read, type Row, row } from '../db/index.ts'
import { conIValori, sql } from '../db/sql.ts'

const N = <S extends T.TSchema>(s: S) => T.Union([s, T.Null()])
const CIFRE = {
  ricevute: T.Integer(),
  aperte: T.Integer(),
  in_lavorazione: T.Integer(),
  sospese: T.Integer(),
  integrate: T.Integer(),
  accolte: T.Integer(),
  respinte: T.Integer(),
  irricevibili: T.Integer(),
  ritirate: T.Integer(),
  prorogate: T.Integer(),
  scadute: T.Integer(),
  eta_7: T.Integer(),
  eta_15: T.Integer(),
  eta_30: T.Integer(),
  eta_90: T.Integer(),
  eta_oltre: T.Integer(),
  risposte: T.Integer(),
  nel_mese: T.Integer(),
  mediana: N(T.Integer()),
  massima: N(T.Integer()),
  ferma: N(T.Integer()),
}
const RETTIFICHE = row(T.Object({ chiave: N(T.String()), nome: N(T.String()), altro: N(T.String()), ...CIFRE }))
/** Requests of correction of a territory, or of all that were asked for (`chiave` null). The states add up to `ricevute`;
 *  the ages (days since receipt, of those still open) to those still open.
 *
 *  | | |
 *  | --- | --- |
 *  | scadute | still open after the lawful day (`scade_legge`), whatever the 30th day was |
 *  | risposte | accolte, respinte, irricevibili: what the comune has answered. `ritirate` ended by the citizen's own will |
 *  | nel_mese | answered within one month of receipt, extended or not |
 *  | mediana, massima | days from receipt to answer; null: none answered |
 *  | ferma | days since receipt of the oldest that is open; null: none is open | */
export type Rettifiche = Row<typeof RETTIFICHE>

/** By what the country is counted: each with the codes of what is above it. */
export type Livello = 'regione' | 'prefettura' | 'comune'
export interface Dove {
  regione?: string | undefined
  prefettura?: string | undefined
  comune?: number | undefined
}

/** The requests of a territory on a day, part by part, and all together in the row without `chiave`: by region (ISTAT
 *  code), prefettura (its code) or comune (ISTAT code; `altro`: sigla of the province). Parts where nobody asked have a row
 *  of zeroes: so nobody has to guess whether they were forgotten. Comuni count under the province of their last period.
 *  @param oggi AAAA-MM-GG: from the day after its lawful term on a request is overdue */
export const rettifiche = (read: Read, livello: Livello, dove: Dove, oggi: string): Promise<Rettifiche[]> =>
  read.rows(
    RETTIFICHE,
    conIValori(sql`
    with luoghi as (
      select distinct on (comune) * from comune_periodo
       where not da_istituire and dal <= ${oggi}::date and (${dove.comune ?? null}::int is null or comune = ${dove.comune ?? null}::int)
       order by comune, dal desc
    ), qui as (
      select p.comune, p.al is null as attivo,
             case ${livello}::text when 'regione' then p.regione when 'prefettura' then p.prefettura
                                   else coalesce(p.codice_istat, p.comune::text) end as chiave,
             case ${livello}::text when 'regione' then r.nome when 'prefettura' then f.nome else p.nome end as nome,
             case ${livello}::text when 'comune' then p.provincia end as altro
        from luoghi p
        left join regione r on r.codice = p.regione
        left join prefettura f on f.codice = p.prefettura
       where (${dove.prefettura ?? null}::text is null or p.prefettura = ${dove.prefettura ?? null}::text)
         and (${dove.regione ?? null}::text is null or p.regione = ${dove.regione ?? null}::text)
    ), richieste as (
      select r.comune_id, r.stato, r.chiusa is null as aperta, r.proroghe > 0 as prorogata, r.scade_legge,
             (r.inviata at time zone 'Europe/Rome')::date as il, (r.chiusa at time zone 'Europe/Rome')::date as fino,
             w.richiesta_id is not null as ritirata
        from richiesta r
        -- Of the country's requests few were withdrawn: a list of them, not a look at each one's history.
        left join richiesta_mossa w on w.richiesta_id = r.id and w.mossa = 'ritira'
       where r.tipo = 1 and r.inviata is not null
    ), durate as (
      select x.*, case when not aperta and not ritirata then fino - il end as giorni,
             -- An extended request has three months; one that was answered within the first is in time all the same. Its own month
             -- is taken without holidays: who extends seldom answers on its last day.
             case when prorogata then (il + interval '1 month')::date else scade_legge end as mese
        from richieste x
    )
    select q.chiave, min(q.nome) as nome, min(q.altro) as altro,
           count(d.il)::int as ricevute,
           (count(*) filter (where d.stato = 2))::int as aperte,
           (count(*) filter (where d.stato = 3))::int as in_lavorazione,
           (count(*) filter (where d.stato = 6))::int as sospese,
           (count(*) filter (where d.stato = 7))::int as integrate,
           (count(*) filter (where d.stato = 5))::int as accolte,
           (count(*) filter (where d.stato = 4 and not d.ritirata))::int as respinte,
           (count(*) filter (where d.stato not in (2, 3, 4, 5, 6, 7)))::int as irricevibili,
           (count(*) filter (where d.ritirata))::int as ritirate,
           (count(*) filter (where d.prorogata))::int as prorogate,
           (count(*) filter (where d.aperta and d.scade_legge < ${oggi}::date))::int as scadute,
           (count(*) filter (where d.aperta and ${oggi}::date - d.il <= 7))::int as eta_7,
           (count(*) filter (where d.aperta and ${oggi}::date - d.il between 8 and 15))::int as eta_15,
           (count(*) filter (where d.aperta and ${oggi}::date - d.il between 16 and 30))::int as eta_30,
           (count(*) filter (where d.aperta and ${oggi}::date - d.il between 31 and 90))::int as eta_90,
           (count(*) filter (where d.aperta and ${oggi}::date - d.il > 90))::int as eta_oltre,
           count(d.giorni)::int as risposte,
           (count(*) filter (where d.giorni is not null and d.fino <= d.mese))::int as nel_mese,
           (percentile_disc(0.5) within group (order by d.giorni))::int as mediana,
           max(d.giorni)::int as massima,
           (max(${oggi}::date - d.il) filter (where d.aperta))::int as ferma
      from qui q left join durate d on d.comune_id = q.comune
     where q.attivo or d.comune_id is not null
     group by grouping sets ((q.chiave), ())
     order by q.chiave nulls first`),
  )

const PROROGA = row(T.Object({ motivo: N(T.String()), quante: T.Integer() }))
/** Why requests of a territory were extended: by the reason that the officer chose (`MOTIVI_PROROGA`); null: none was
 *  chosen, as comuni's own software does. What he wrote is for the citizen, and may name her. */
export const proroghePerMotivo = (read: Read, dove: Dove): Promise<Row<typeof PROROGA>[]> =>
  read.rows(
    PROROGA,
    conIValori(sql`
    select m.motivo, count(*)::int as quante
      from richiesta r join richiesta_mossa m on m.richiesta_id = r.id and m.mossa = 'proroga'
     where r.tipo = 1 and r.proroghe > 0 and r.comune_id in (
       select c.comune from (select distinct on (comune) comune, prefettura, regione from comune_periodo
                              where not da_istituire order by comune, dal desc) c
        where (${dove.comune ?? null}::int is null or c.comune = ${dove.comune ?? null}::int)
          and (${dove.prefettura ?? null}::text is null or c.prefettura = ${dove.prefettura ?? null}::text)
          and (${dove.regione ?? null}::text is null or c.regione = ${dove.regione ?? null}::text))
     group by 1 order by 2 desc, 1`),
  )
