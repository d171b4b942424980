import { Type as T } from 'typebox'
import { type Read, type Row, row } from '../db/index.ts'
import { conIValori, sql } from '../db/sql.ts'

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

/** The seats of the regions by cadastral code (PORTALE 4.3, seats as in the regions' statutes). */
const CAPOLUOGHI: ReadonlyMap<string, string> = new Map([
  ['L219', 'Torino'],
  ['A326', 'Aosta'],
  ['F205', 'Milano'],
  ['L378', 'Trento'],
  ['L736', 'Venezia'],
  ['L424', 'Trieste'],
  ['D969', 'Genova'],
  ['A944', 'Bologna'],
  ['D612', 'Firenze'],
  ['G478', 'Perugia'],
  ['A271', 'Ancona'],
  ['H501', 'Roma'],
  ['A345', "L'Aquila"],
  ['B519', 'Campobasso'],
  ['F839', 'Napoli'],
  ['A662', 'Bari'],
  ['G942', 'Potenza'],
  ['C352', 'Catanzaro'],
  ['G273', 'Palermo'],
  ['B354', 'Cagliari'],
])

/** Columns by which comuni can be sorted; ties, and `comune`, by name in the Italian alphabet, then by province. */
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
export const comuni = (read: Read, d: Domanda): Promise<DelComune[]> => elenco(read, d)

/** The twenty regional capitals on a counted day, in the order of their regions (ISTAT code); fewer where one is not
 *  there. */
export const capoluoghi = async (read: Read, giorno: string): Promise<DelComune[]> =>
  (await elenco(read, { giorno, quanti: CAPOLUOGHI.size }, [...CAPOLUOGHI.keys()])).sort((a, b) =>
    a.regione < b.regione ? -1 : 1,
  )

// First the rows that are asked for, by what stands in `conteggio`, then their names: 20 rows cost 20 look-ups. A page is
// one statement prepared for good; a list of all is planned each time, since what suits 20 rows would take 20 times longer.
const elenco = (read: Read, d: Domanda, catastali?: readonly string[]): Promise<DelComune[]> => {
  const domanda = sql`
    with chiesti as (
      select c.*, ${d.alContrario ? -1 : 1}::int * case ${d.ordina ?? 'comune'}
               when 'comune' then c.ordine
               when 'provincia' then ((select jsonb_object_agg(sigla, posto) from (
                 select sigla, row_number() over (order by nome collate "it-x-icu") as posto from provincia) v) -> c.provincia)::int
               when 'regione' then ((select jsonb_object_agg(codice, posto) from (
                 select codice, row_number() over (order by nome collate "it-x-icu") as posto from regione) r) -> c.regione)::int
               when 'cittadini' then c.residenti + c.aire + c.attesi_residenti + c.attesi_aire
               when 'stato' then array_position(array['in', 'pianificato', 'non_in', 'cessato'], c.stato)
               when 'ingresso' then c.ingresso - date '2000-01-01'
               when 'previsto' then c.previsto - date '2000-01-01'
             end as chiave
        from conteggio c
       where c.giorno = ${d.giorno}
         and (${d.regione ?? null}::text is null or c.regione = ${d.regione ?? null})
         and (${d.provincia ?? null}::text is null or c.provincia = ${d.provincia ?? null})
         and (${d.stato ?? null}::text is null or c.stato = ${d.stato ?? null})
         and (${d.soli ?? null}::int[] is null or c.comune_id = any(${d.soli ?? null}::int[]))
         and (${catastali ?? null}::text[] is null
              or c.comune_id = any(array(select id from comune where codice_catastale = any(${catastali ?? null}::text[]))))
       order by chiave nulls last, c.ordine
       limit ${d.quanti ?? null}::int offset ${d.salta ?? 0}::int)
    select c.comune_id, coalesce(p.codice_istat, q.codice_istat) as codice_istat, k.codice_catastale,
           coalesce(p.nome, q.nome) as nome, coalesce(p.altro_nome, q.altro_nome) as altro_nome, c.provincia,
           v.nome as provincia_nome, c.regione, r.nome as regione_nome, f.nome as prefettura, c.stato, c.ingresso,
           c.per_variazione, c.previsto, c.residenti, c.aire, c.famiglie, c.convivenze, c.attesi_residenti, c.attesi_aire
      from chiesti c
      join comune k on k.id = c.comune_id
      join provincia v on v.sigla = c.provincia
      join regione r on r.codice = c.regione
      left join comune_periodo p
        on p.comune = c.comune_id and p.dal <= c.giorno and (p.al is null or p.al >= c.giorno) and not p.da_istituire
      left join lateral (select * from comune_periodo q where p.comune is null and q.comune = c.comune_id
                          order by q.dal > c.giorno, abs(q.dal - c.giorno) limit 1) q on true
      left join prefettura f on f.codice = coalesce(p.prefettura, q.prefettura)
     order by c.chiave nulls last, c.ordine`
  return read.rows(COMUNE, d.quanti === undefined ? conIValori(domanda) : domanda)
}

const QUANTI = row(T.Object({ quanti: T.Integer() }))
/** How many comuni {@link comuni} would answer without `salta` and `quanti`. */
export const quantiComuni = async (read: Read, d: Omit<Domanda, 'ordina' | 'alContrario' | 'salta' | 'quanti'>) =>
  (
    await read.rows(
      QUANTI,
      sql`select count(*)::int as quanti
            from conteggio c
           where c.giorno = ${d.giorno}
             and (${d.regione ?? null}::text is null or c.regione = ${d.regione ?? null})
             and (${d.provincia ?? null}::text is null or c.provincia = ${d.provincia ?? null})
             and (${d.stato ?? null}::text is null or c.stato = ${d.stato ?? null})
             and (${d.soli ?? null}::int[] is null or c.comune_id = any(${d.soli ?? null}::int[]))`,
    )
  )[0]!.quanti
