-- Who each scheda of chiave_qui belongs to: its family, its parents. $1 false: among the file just read, and a scheda
-- that names somebody who is not in it is put off; $1 true: when all files are read, those put off among everybody.
-- Of ids sent twice the first counts; a family has at most one head, the first. The checks report the others.
insert into legame_qui
with persona as (
  select locale, min(id) as id
    from (select id, locale from chiave_qui union all select id, locale from ingresso_chiave where $1) p
   where locale is not null group by locale
), famiglia as (
  select distinct on (genere, locale) genere, locale, id, tipo, invio
    from (select genere, locale, id, tipo, invio from gruppo_qui
          union all select genere, locale, id, tipo, invio from ingresso_gruppo where $1) g
   where locale is not null order by genere, locale, id
), legata as (
  select k.id, f.id as gruppo_id, f.tipo as gruppo_tipo, f.invio as gruppo_invio, k.legame, padre.id as padre_id,
         madre.id as madre_id,
         not $1 and (f.id is null or (k.padre_locale is not null and padre.id is null)
                                  or (k.madre_locale is not null and madre.id is null)) as sospesa
    from chiave_qui k
    left join famiglia f on f.genere = k.gruppo_genere and f.locale = k.gruppo_locale
    left join persona padre on padre.locale = k.padre_locale
    left join persona madre on madre.locale = k.madre_locale
), intestatario as (
  select gruppo_id, min(id) as id
    from (select gruppo_id, gruppo_tipo, legame, id from legata
          union all select gruppo_id, gruppo_tipo, legame, id from ingresso_chiave where $1) t
   where legame = 1 and gruppo_tipo in (3, 5) group by gruppo_id
)
select l.id, l.gruppo_id, l.gruppo_tipo, l.gruppo_invio, case when i.id is null then l.legame end,
       l.padre_id, l.madre_id, l.sospesa, i.id is not null
  from legata l
  left join intestatario i on i.gruppo_id = l.gruppo_id and i.id <> l.id and l.legame = 1 and l.gruppo_tipo in (3, 5)
