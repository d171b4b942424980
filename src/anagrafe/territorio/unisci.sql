-- Brings the tables to what stands in the temporary ones beside them (same columns, filled by COPY).
-- An entity that is no longer told stays: others may point to it. Periods, names, successions and competences are exactly
-- what is told.

insert into regione select * from nuovo_regione
  on conflict (codice) do update set nome = excluded.nome, altro_nome = excluded.altro_nome
  where regione is distinct from excluded;

insert into provincia select * from nuovo_provincia
  on conflict (sigla) do update set codice_istat = excluded.codice_istat, nome = excluded.nome,
    altro_nome = excluded.altro_nome, regione = excluded.regione, dal = excluded.dal, al = excluded.al,
    nata_da = excluded.nata_da
  where provincia is distinct from excluded;

insert into prefettura select * from nuovo_prefettura
  on conflict (codice) do update set nome = excluded.nome, altro_nome = excluded.altro_nome
  where prefettura is distinct from excluded;

insert into comune select * from nuovo_comune
  on conflict (chiave) do update set codice_catastale = excluded.codice_catastale, residenti = excluded.residenti,
    residenti_anno = excluded.residenti_anno
  where (comune.codice_catastale, comune.residenti, comune.residenti_anno)
    is distinct from (excluded.codice_catastale, excluded.residenti, excluded.residenti_anno);

delete from comune_periodo v where not exists (
  select from nuovo_comune_periodo n where n.comune = v.comune and n.dal = v.dal and n is not distinct from v);
insert into comune_periodo select n.* from nuovo_comune_periodo n where not exists (
  select from comune_periodo v where v.comune = n.comune and v.dal = n.dal);

delete from comune_nome v where not exists (
  select from nuovo_comune_nome n where n.comune = v.comune and n.chiave = v.chiave and n is not distinct from v);
insert into comune_nome select n.* from nuovo_comune_nome n on conflict do nothing;

delete from successione v where not exists (select from nuovo_successione n where n is not distinct from v);
insert into successione select n.* from nuovo_successione n on conflict do nothing;

insert into stato select * from nuovo_stato
  on conflict (id) do update set nome = excluded.nome, codice_istat = excluded.codice_istat,
    codice_at = excluded.codice_at, codice_iso = excluded.codice_iso, codice_mae = excluded.codice_mae,
    tipo = excluded.tipo, dal = excluded.dal, al = excluded.al, cittadinanza = excluded.cittadinanza,
    nascita = excluded.nascita, residenza = excluded.residenza, in_tabella_2 = excluded.in_tabella_2
  where stato is distinct from excluded;

insert into consolato select * from nuovo_consolato
  on conflict (codice) do update set tipo = excluded.tipo, sede = excluded.sede, stato_mae = excluded.stato_mae
  where consolato is distinct from excluded;

delete from consolato_competenza v where not exists (
  select from nuovo_consolato_competenza n where n is not distinct from v);
insert into consolato_competenza select n.* from nuovo_consolato_competenza n on conflict do nothing;

drop table nuovo_regione, nuovo_provincia, nuovo_prefettura, nuovo_comune, nuovo_comune_periodo, nuovo_comune_nome,
  nuovo_successione, nuovo_stato, nuovo_consolato, nuovo_consolato_competenza;
