-- Of the file just read: who belongs to which family of it, who are the parents in it. A scheda that names a family or
-- a parent who is not in the file is put off until all files are read.
-- Of ids sent twice the first counts, and the checks report the others.
insert into chiave_qui
with persona_qui as (
  select locale, min(id) as id from scheda_qui where locale is not null group by locale
), famiglia_qui as (
  select distinct on (genere, locale) genere, locale, id, tipo, invio
    from gruppo_qui where locale is not null order by genere, locale, id
)
select s.id, s.invio, s.locale, s.gruppo_locale, s.legame, s.progressivo, s.codice_fiscale,
       f.id, f.tipo, f.invio, padre.id, madre.id,
       s.coniuge, s.coniuge_locale, s.coniuge_dal, s.coniuge_al, s.coniuge_ordine,
       s.unito, s.unito_locale, s.unito_dal, s.unito_al,
       s.convivente, s.convivente_locale, s.convivente_dal, s.convivente_al, s.rilievi,
       f.id is null or (s.padre_locale is not null and padre.id is null)
                    or (s.madre_locale is not null and madre.id is null)
  from scheda_qui s
  left join famiglia_qui f on f.genere = s.gruppo_genere and f.locale = s.gruppo_locale
  left join persona_qui padre on padre.locale = s.padre_locale
  left join persona_qui madre on madre.locale = s.madre_locale
