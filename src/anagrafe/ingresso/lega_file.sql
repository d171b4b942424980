-- Of the file just read: who belongs to which family of it, who are the parents in it. A scheda that names a family or
-- a parent who is not in the file is put off until all files are read. Of ids sent twice the first counts; a family
-- has at most one head, the first. The checks report the others.
insert into legame_qui
with persona as (
  select locale, min(id) as id from chiave_qui where locale is not null group by locale
), famiglia as (
  select distinct on (genere, locale) genere, locale, id, tipo, invio
    from gruppo_qui where locale is not null order by genere, locale, id
), legata as (
  select k.id, f.id as gruppo_id, f.tipo as gruppo_tipo, f.invio as gruppo_invio, k.legame, padre.id as padre_id,
         madre.id as madre_id,
         f.id is null or (k.padre_locale is not null and padre.id is null)
                      or (k.madre_locale is not null and madre.id is null) as sospesa
    from chiave_qui k
    left join famiglia f on f.genere = k.gruppo_genere and f.locale = k.gruppo_locale
    left join persona padre on padre.locale = k.padre_locale
    left join persona madre on madre.locale = k.madre_locale
), intestatario as (
  select gruppo_id, min(id) as id from legata where legame = 1 and gruppo_tipo in (3, 5) group by gruppo_id having count(*) > 1
)
select l.id, l.gruppo_id, l.gruppo_tipo, l.gruppo_invio, case when i.id is null then l.legame end,
       l.padre_id, l.madre_id, l.sospesa, i.id is not null
  from legata l
  left join intestatario i on i.gruppo_id = l.gruppo_id and i.id <> l.id and l.legame = 1 and l.gruppo_tipo in (3, 5)
