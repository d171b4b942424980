-- What the whole fornitura shows, once everybody is read: one row a finding, from the narrow tables of the entry.
-- $1 comune, $2 severities of the day. Also what was noted at each scheda or gruppo while reading (column rilievi).
insert into subentro_rilievo
with membri as (
  select gruppo_id, count(*) filter (where legame = 1)::int as intestatari from ingresso_chiave
   where gruppo_id is not null group by gruppo_id
), trovati (codice, scheda_id, gruppo_id, locale, campo, valori) as (
  select r.codice, k.id, null::bigint, k.locale, r.campo, r.valori
    from ingresso_chiave k, json_to_recordset(k.rilievi) as r (codice text, campo text, valori text[])
   where k.rilievi is not null
  union all
  select r.codice, null, g.id, g.locale, r.campo, r.valori
    from ingresso_gruppo g, json_to_recordset(g.rilievi) as r (codice text, campo text, valori text[])
   where g.rilievi is not null
  union all
  select 'ES092', id, null, locale, 'famiglia', array[coalesce(gruppo_locale, '')]
    from ingresso_chiave where gruppo_id is null
  union all
  select 'EN063', id, null, locale, 'idFamConvComune', array[gruppo_locale]
    from ingresso_chiave where gruppo_invio <> invio
  union all
  select 'EF003', null, min(id), locale, 'idFamigliaConvivenzaComune', array[locale]
    from ingresso_gruppo where locale is not null group by locale having count(*) > 1
  union all
  select 'EF004', min(id), gruppo_id, min(gruppo_locale), 'progressivoComponente', array[min(gruppo_locale), progressivo::text]
    from ingresso_chiave where progressivo is not null and gruppo_id is not null
   group by gruppo_id, progressivo having count(*) > 1
  union all
  select 'EF008', null, g.id, g.locale, 'codiceLegame', array[coalesce(g.locale, '')]
    from ingresso_gruppo g left join membri m on m.gruppo_id = g.id
   where not g.responsabile and (m.intestatari = 0 or (m.gruppo_id is null and g.genere = 'C'))
  union all
  select 'EF009', null, g.id, g.locale, 'codiceLegame',
         array[coalesce(g.locale, ''), (m.intestatari + case when g.responsabile and g.genere = 'C' then 1 else 0 end)::text]
    from ingresso_gruppo g join membri m on m.gruppo_id = g.id
   where m.intestatari + case when g.responsabile and g.genere = 'C' then 1 else 0 end > 1 and m.intestatari > 0
  union all
  select 'EF010', null, g.id, g.locale, null, array[coalesce(g.locale, '')]
    from ingresso_gruppo g left join membri m on m.gruppo_id = g.id
   where g.genere = 'F' and m.gruppo_id is null
  union all
  select 'AN001', min(id), null, locale, 'idSchedaSoggettoComune', array[locale]
    from ingresso_chiave where locale is not null group by locale having count(*) > 1
  union all
  select 'AN002', k.id, null, k.locale, 'codiceFiscale', '{}'
    from ingresso_chiave k
   where k.codice_fiscale in (select codice_fiscale from ingresso_chiave where codice_fiscale is not null
                               group by codice_fiscale having count(*) > 1)
  union all
  select 'EA030', k.id, null, k.locale, 'codiceFiscale', '{}'
    from ingresso_chiave k join scheda s on s.codice_fiscale = k.codice_fiscale and s.stato = 'A'
   where s.comune_id <> $1
)
select codice, $2::json ->> codice, scheda_id, gruppo_id, locale, campo, valori from trovati
