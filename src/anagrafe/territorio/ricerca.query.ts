import { Type as T } from 'typebox'
import { type Read, type Row, row } from '../../db/index.ts'
import { sql } from '../../db/sql.ts'
import { chiaveDelNome } from './nomi.ts'
import { leggiCercato } from './ricerca.ts'

const Testo = T.Union([T.String(), T.Null()])
const TROVATO = row(
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
    attivo: T.Boolean(),
    come: T.Union([
      T.Literal('nome'),
      T.Literal('altro_nome'),
      T.Literal('passato'),
      T.Literal('cessato'),
      T.Literal('simile'),
    ]),
    trovato: T.String(),
    cessato_il: Testo,
  }),
)
/** A comune that a name leads to, as it is on the day asked for. `come`: by which of its names, or only by one that is
 *  alike; `trovato`: that name. `cessato`: the name is of a comune that was no more after the day `cessato_il`; then this
 *  is its successor, or itself (`attivo` false) where none is known. Region by ISTAT code, `provincia` by sigla. */
export type Trovato = Row<typeof TROVATO>

/** Comuni by name, best first: the very name, names that begin so, names with words that begin so (larger comuni first);
 *  only where there is none, names that are alike. Accents, apostrophes, hyphens, blanks and capitals do not matter; a
 *  last word may name the province. Text without a letter finds nothing; beyond 64 characters it is not read.
 *  @param o.il day AAAA-MM-GG; `limite`: how many at most, 20 unless told */
// Measured by explain analyze with the ministry's archive (19,352 rows, 10,988 names; PostgreSQL 18.4, 2 shared cores):
// "castro bg" 1.2 ms, "reggio emilia" 1.1, "san" 2.2, "s" 2.9, "Millano" 2.2, "santa maria capua vetera" 2.7, and 0.9 to plan.
export async function cercaComuni(read: Read, testo: string, o: { il: string; limite?: number }): Promise<Trovato[]> {
  const cercati = leggiCercato(testo)
  if (cercati.length === 0) return []
  const limite = o.limite ?? 20
  return read.rows(
    TROVATO,
    sql`
    with recursive q as (
      select * from rows from (json_to_recordset(${JSON.stringify(cercati)})
                                 as (chiave text, modelli text[], parole text, sigle text[])) with ordinality
        as q (chiave, modelli, parole, sigle, n)
    ), inizi as (
      select n.comune, n.nome, n.altro, n.al, n.abitanti, n.chiave, q.n, (n.chiave <> q.chiave)::int as grado, 1::real as somiglia
        from q join comune_nome n on n.chiave >= q.chiave and n.chiave < q.chiave || '~'
       where n.dal <= ${o.il} and (q.sigle is null or n.provincia = any(q.sigle))
    ), dentro as (
      select n.comune, n.nome, n.altro, n.al, n.abitanti, n.chiave, q.n, 2, 1::real
        from q join comune_nome n on n.parole like q.modelli[1] and n.parole like all (q.modelli)
       where n.dal <= ${o.il} and (q.sigle is null or n.provincia = any(q.sigle))
         and (select count(*) from inizi) < ${limite}::int
    ), simili as (
      select n.comune, n.nome, n.altro, n.al, n.abitanti, n.chiave, q.n, 3, similarity(n.parole, q.parole)
        from q join comune_nome n on n.parole % q.parole
       where n.dal <= ${o.il} and (q.sigle is null or n.provincia = any(q.sigle))
         and not exists (select from inizi) and not exists (select from dentro)
    ), scelti as (
      select *, row_number() over (order by grado, n, somiglia desc, al is not null, abitanti desc, chiave) as posto
        from (select * from (select * from inizi union all select * from dentro union all select * from simili) x
               order by grado, n, somiglia desc, al is not null, abitanti desc, chiave limit ${limite}::int * 3) x
    ), eredi (prima, dopo, il) as (
      select s.prima, s.dopo, s.il
        from (select distinct comune from scelti) c join successione s on s.prima = c.comune
       where s.il <= ${o.il} and not exists (
         select from comune_periodo p where p.comune = s.prima and p.dal <= ${o.il} and (p.al is null or p.al >= ${o.il}))
      union
      select e.prima, s.dopo, s.il
        from eredi e join successione s on s.prima = e.dopo
       where s.il between e.il and ${o.il} and not exists (
         select from comune_periodo p where p.comune = s.prima and p.dal <= ${o.il} and (p.al is null or p.al >= ${o.il}))
    ), finali as (
      select e.prima, e.dopo from eredi e
       where exists (
         select from comune_periodo p where p.comune = e.dopo and p.dal <= ${o.il} and (p.al is null or p.al >= ${o.il}))
    ), arrivi as (
      select distinct on (coalesce(f.dopo, s.comune)) coalesce(f.dopo, s.comune) as id, f.dopo is not null as erede, s.*
        from scelti s left join finali f on f.prima = s.comune
       order by coalesce(f.dopo, s.comune), s.posto
    )
    select a.id as comune_id, p.codice_istat, k.codice_catastale, p.nome, p.altro_nome, p.provincia, v.nome as provincia_nome,
           p.regione, r.nome as regione_nome, p.al is null or p.al >= ${o.il} as attivo,
           case when a.grado = 3 then 'simile' when a.erede or p.al < ${o.il} then 'cessato'
                when a.al < ${o.il} then 'passato' when a.altro then 'altro_nome' else 'nome' end as come,
           a.nome as trovato,
           case when a.erede then (select max(x.al) from comune_periodo x where x.comune = a.comune)
                when p.al < ${o.il} then p.al end as cessato_il
      from arrivi a
      join comune k on k.id = a.id
      join lateral (select * from comune_periodo p where p.comune = a.id and p.dal <= ${o.il} and not p.da_istituire
                     order by p.dal desc limit 1) p on true
      join provincia v on v.sigla = p.provincia
      join regione r on r.codice = p.regione
     order by a.posto limit ${limite}::int`,
  )
}

const SCHEDA = row(
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
    cessato_il: Testo,
    /** 0–1: today's own code; 2: a former code; 3: of a comune that is no more */
    grado: T.Integer(),
  }),
)
/** A comune as it is on a day, or as it last was (`cessato_il`: its last day). */
export type SchedaComune = Row<typeof SCHEDA>

/** By ISTAT code, of today or former, or by cadastral code; a comune of today before one that ceased, the last that bore a
 *  code before the others. Undefined where nobody ever bore it. */
export const comunePerCodice = async (read: Read, codice: string, il: string): Promise<SchedaComune | undefined> =>
  (
    await read.rows(
      SCHEDA,
      sql`
    select k.id as comune_id, p.codice_istat, k.codice_catastale, p.nome, p.altro_nome, p.provincia, v.nome as provincia_nome,
           p.regione, r.nome as regione_nome, f.nome as prefettura, case when p.al < ${il} then p.al end as cessato_il,
           case when p.al < ${il} then 3 when p.codice_istat = ${codice} then 0 when k.codice_catastale = ${codice} then 1
                else 2 end as grado
      from (select comune as id from comune_periodo where codice_istat = ${codice} and dal <= ${il}
            union select id from comune where codice_catastale = ${codice}) c
      join comune k on k.id = c.id
      join lateral (select * from comune_periodo p where p.comune = k.id and p.dal <= ${il} and not p.da_istituire
                     order by p.dal desc limit 1) p on true
      join provincia v on v.sigla = p.provincia
      join regione r on r.codice = p.regione
      left join prefettura f on f.codice = p.prefettura
     order by grado, p.al desc nulls first limit 1`,
    )
  )[0]

const FATTO = row(
  T.Object({
    che: T.Union([T.Literal('nome'), T.Literal('da'), T.Literal('in'), T.Literal('forse')]),
    il: T.String(),
    codice_istat: Testo,
    codice_catastale: Testo,
    nome: T.String(),
    provincia: T.String(),
    fondato: T.Boolean(),
  }),
)
/** What happened to a comune, on the first day of the new order. `nome`: until then it was called `nome`, in `provincia`;
 *  `da`: it was made of that comune, or took it in (`fondato`: it began that day); `in`: it went into that comune;
 *  `forse`: nobody tells who followed, but that comune was founded in its province on the day after its last. */
export type FattoDiComune = Row<typeof FATTO>

/** The history of a comune up to a day, oldest first. */
export const storiaDelComune = (read: Read, comune: number, il: string): Promise<FattoDiComune[]> =>
  read.rows(
    FATTO,
    sql`
    with suoi as (
      select *, lead(nome) over w as poi, lead(provincia) over w as poi_provincia, lead(dal) over w as poi_dal
        from comune_periodo where comune = ${comune} and dal <= ${il} and not da_istituire window w as (order by dal)
    ), legami as (
      select 'da' as che, il, prima as id, il = (select min(dal) from suoi) as fondato from successione
       where dopo = ${comune} and il <= ${il}
      union all
      select 'in', il, dopo, false from successione
       where prima = ${comune} and il <= ${il}
      union all
      select 'forse', n.dal, n.comune, true
        from (select comune, min(dal) as dal from comune_periodo where not da_istituire group by comune) n
        join (select provincia, al from suoi where poi is null and al < ${il}) u on n.dal = u.al + 1
       where exists (select from comune_periodo p where p.comune = n.comune and p.dal = n.dal and p.provincia = u.provincia)
         and not exists (select from successione where prima = ${comune})
    )
    select 'nome' as che, poi_dal as il, null as codice_istat, null as codice_catastale, nome, provincia, false as fondato
      from suoi where poi is not null and (nome, provincia) is distinct from (poi, poi_provincia)
    union all
    select l.che, l.il, p.codice_istat, k.codice_catastale, p.nome, p.provincia, l.fondato
      from legami l
      join comune k on k.id = l.id
      join lateral (select * from comune_periodo p where p.comune = l.id
                       and case when l.che = 'da' then p.dal < l.il else p.dal <= ${il} end
                     order by p.dal desc limit 1) p on true
     order by il, che, nome`,
  )

const NOME = row(T.Object({ id: T.Integer(), nome: T.String() }))
/** What comuni are called now, or were when they ended, by our id. */
export const nomiPerId = async (read: Read, ids: readonly number[]): Promise<ReadonlyMap<number, string>> =>
  new Map(
    (
      await read.rows(
        NOME,
        sql`select distinct on (comune) comune as id, nome from comune_periodo where comune = any(${ids}::int[]) order by comune, dal desc`,
      )
    ).map(r => [r.id, r.nome]),
  )

const OMONIMO = row(T.Object({ codice: T.String(), nome: T.String(), provincia: T.String(), al: Testo }))
/** A comune that bears a name, or bore it until the day `al`: by ISTAT code, or cadastral where it never had one. */
export type Omonimo = Row<typeof OMONIMO>

/** The comuni that bear the very name, or once did: for a place of the past a successor will not do. */
export const comuniConNome = (read: Read, nome: string): Promise<Omonimo[]> =>
  read.rows(
    OMONIMO,
    sql`
    select coalesce(p.codice_istat, k.codice_catastale) as codice, n.nome, n.provincia, n.al
      from comune_nome n
      join comune k on k.id = n.comune
      left join lateral (select codice_istat from comune_periodo p
                          where p.comune = n.comune and p.codice_istat is not null order by dal desc limit 1) p on true
     where n.chiave = ${chiaveDelNome(nome)} and coalesce(p.codice_istat, k.codice_catastale) is not null
     order by n.al desc nulls first, n.abitanti desc limit 20`,
  )

const STATO = row(T.Object({ codice: T.String(), nome: T.String() }))
/** Foreign states of today by ISTAT code, in the order of their names. */
export const statiEsteri = (read: Read): Promise<Row<typeof STATO>[]> =>
  read.rows(
    STATO,
    sql`select codice_istat as codice, upper(nome) as nome from stato
         where codice_istat is not null and al is null and in_tabella_2 and residenza order by 2`,
  )

/** Consular offices by their code: seat and state. */
export const uffici = (read: Read): Promise<Row<typeof STATO>[]> =>
  read.rows(STATO, sql`select codice, upper(sede) as nome from consolato order by 2, 1`)
const PREFETTURA = row(T.Object({ codice: T.String(), nome: T.String() }))
/** The prefetture that have a comune today, by name. */
export const prefetture = (read: Read): Promise<Row<typeof PREFETTURA>[]> =>
  read.rows(
    PREFETTURA,
    sql`select codice, nome from prefettura p
         where exists (select from comune_periodo c where c.prefettura = p.codice and c.al is null)
         order by nome collate "it-x-icu"`,
  )
