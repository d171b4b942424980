import { Type as T } from 'typebox'
import { type Read, type Row, row } from '../db/index.ts'
import { sql } from '../db/sql.ts'

const Testo = T.Union([T.String(), T.Null()])
const COMUNE = row(
  T.Object({
    comune_id: T.Integer(),
    codice_istat: Testo,
    codice_catastale: Testo,
    nome: T.String(),
    altro_nome: Testo,
    provincia: T.String(),
    provincia_nome: T.String(),
    regione: T.String(),
    regione_nome: T.String(),
    prefettura: Testo,
    stato: T.Union([T.Literal('in'), T.Literal('pianificato'), T.Literal('non_in'), T.Literal('cessato')]),
    ingresso: Testo,
    per_variazione: T.Boolean(),
    previsto: Testo,
    residenti: T.Integer(),
    aire: T.Integer(),
    famiglie: T.Integer(),
    convivenze: T.Integer(),
    attesi_residenti: T.Integer(),
    attesi_aire: T.Integer(),
  }),
)
/** A comune on a counted day: where it is, how far it has come, its people in the register and those still outside. */
export type DelComune = Row<typeof COMUNE>

/** Columns by which comuni can be sorted; ties, and `comune`, by name. */
export const ORDINI = ['comune', 'provincia', 'regione', 'cittadini', 'stato', 'ingresso', 'previsto'] as const
export type Ordine = (typeof ORDINI)[number]

export interface Domanda {
  giorno: string
  /** ISTAT code of a region; sigla of a province */
  regione?: string | undefined
  provincia?: string | undefined
  stato?: DelComune['stato'] | undefined
  /** only these comuni */
  soli?: readonly number[] | undefined
  ordina?: Ordine
  /** the largest, or the latest, first */
  alContrario?: boolean
  salta?: number
  quanti?: number
}

/** Comuni of a counted day that answer to all that is asked. `quanti` undefined: all of them. */
export const comuni = (read: Read, d: Domanda): Promise<DelComune[]> => {
  const ordina = d.ordina ?? 'comune'
  const verso = d.alContrario ? -1 : 1
  return read.rows(
    COMUNE,
    sql`select c.comune_id, p.codice_istat, k.codice_catastale, p.nome, p.altro_nome, p.provincia, v.nome as provincia_nome,
               p.regione, r.nome as regione_nome, f.nome as prefettura, c.stato, c.ingresso, c.per_variazione, c.previsto,
               c.residenti, c.aire, c.famiglie, c.convivenze, c.attesi_residenti, c.attesi_aire
          from conteggio c
          join comune k on k.id = c.comune_id
          join lateral (select * from comune_periodo p where p.comune = c.comune_id and p.dal <= c.giorno
                         order by p.dal desc limit 1) p on true
          join provincia v on v.sigla = p.provincia
          join regione r on r.codice = p.regione
          left join prefettura f on f.codice = p.prefettura
         where c.giorno = ${d.giorno}
           and (${d.regione ?? null}::text is null or p.regione = ${d.regione ?? null})
           and (${d.provincia ?? null}::text is null or p.provincia = ${d.provincia ?? null})
           and (${d.stato ?? null}::text is null or c.stato = ${d.stato ?? null})
           and (${d.soli ?? null}::int[] is null or c.comune_id = any(${d.soli ?? null}::int[]))
         order by case ${ordina}
                    when 'cittadini' then c.residenti + c.aire + c.attesi_residenti + c.attesi_aire
                    when 'stato' then array_position(array['in', 'pianificato', 'non_in', 'cessato'], c.stato)
                    when 'ingresso' then c.ingresso - date '2000-01-01'
                    when 'previsto' then c.previsto - date '2000-01-01'
                  end * ${verso}::int nulls last,
                  case when ${verso}::int = 1 then
                    case ${ordina} when 'provincia' then v.nome when 'regione' then r.nome else '' end end collate "it-x-icu",
                  case when ${verso}::int = -1 then
                    case ${ordina} when 'provincia' then v.nome when 'regione' then r.nome when 'comune' then p.nome else '' end
                  end collate "it-x-icu" desc,
                  p.nome collate "it-x-icu", p.provincia
         limit ${d.quanti ?? null}::int offset ${d.salta ?? 0}::int`,
  )
}

const QUANTI = row(T.Object({ quanti: T.Integer() }))
/** How many comuni {@link comuni} would answer without `salta` and `quanti`. */
export const quantiComuni = async (read: Read, d: Omit<Domanda, 'ordina' | 'alContrario' | 'salta' | 'quanti'>) =>
  (
    await read.rows(
      QUANTI,
      sql`select count(*)::int as quanti
            from conteggio c
            join lateral (select regione, provincia from comune_periodo p where p.comune = c.comune_id and p.dal <= c.giorno
                           order by p.dal desc limit 1) p on true
           where c.giorno = ${d.giorno}
             and (${d.regione ?? null}::text is null or p.regione = ${d.regione ?? null})
             and (${d.provincia ?? null}::text is null or p.provincia = ${d.provincia ?? null})
             and (${d.stato ?? null}::text is null or c.stato = ${d.stato ?? null})
             and (${d.soli ?? null}::int[] is null or c.comune_id = any(${d.soli ?? null}::int[]))`,
    )
  )[0]!.quanti
