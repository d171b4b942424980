-- When all files are read: the schede that were put off, against everybody.
insert into chiave_qui
with persona as (
  select locale, min(id) as id
    from (select locale, id from ingresso_chiave union all select locale, id from ingresso_sospesa) p
   where locale is not null group by locale
), famiglia as (
  select distinct on (genere, locale) genere, locale, id, tipo, invio
    from ingresso_gruppo where locale is not null order by genere, locale, id
)
select s.id, s.invio, s.locale, s.gruppo_locale, s.legame, s.progressivo, s.codice_fiscale,
       f.id, f.tipo, f.invio, padre.id, madre.id,
       s.coniuge, s.coniuge_locale, s.coniuge_dal, s.coniuge_al, s.coniuge_ordine,
       s.unito, s.unito_locale, s.unito_dal, s.unito_al,
       s.convivente, s.convivente_locale, s.convivente_dal, s.convivente_al, s.rilievi, false
  from ingresso_sospesa s
  left join famiglia f on f.genere = s.gruppo_genere and f.locale = s.gruppo_locale
  left join persona padre on padre.locale = s.padre_locale
  left join persona madre on madre.locale = s.madre_locale
