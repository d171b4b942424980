-- Who is who in a fornitura: of ids sent twice the first counts, and the checks report the others.
create temp table ingresso_persona on commit drop as
select locale, min(id) as id from ingresso_scheda where locale is not null group by locale;
create temp table ingresso_famiglia on commit drop as
select distinct on (genere, locale) genere, locale, id, tipo, invio
  from ingresso_gruppo where locale is not null order by genere, locale, id;

-- The few columns by which schede, families and spouses find each other: one pass over the wide rows, then the
-- checks of the fornitura and the joins read only this.
create temp table ingresso_chiave on commit drop as
select s.id, s.invio, s.locale, s.gruppo_genere, s.gruppo_locale, s.legame, s.progressivo, s.codice_fiscale,
       f.id as gruppo_id, f.tipo as gruppo_tipo, f.invio as gruppo_invio,
       s.coniuge, s.coniuge_locale, s.coniuge_dal, s.coniuge_al, s.coniuge_ordine,
       s.unito, s.unito_locale, s.unito_dal, s.unito_al,
       s.convivente, s.convivente_locale, s.convivente_dal, s.convivente_al, s.rilievi
  from ingresso_scheda s
  left join ingresso_famiglia f on f.genere = s.gruppo_genere and f.locale = s.gruppo_locale;

-- A family has at most one head: the first one sent; the others keep their tie in dati.
create temp table ingresso_intestatario on commit drop as
select gruppo_id, min(id) as id, count(*)::int as quanti
  from ingresso_chiave where legame = 1 and gruppo_tipo in (3, 5) group by gruppo_id;

analyze ingresso_persona; analyze ingresso_famiglia; analyze ingresso_chiave; analyze ingresso_intestatario;
