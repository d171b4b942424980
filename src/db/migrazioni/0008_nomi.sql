-- Why:   "A che punto è il tuo Comune?": names as people type them, of today and of once, found in a few milliseconds.
-- Locks: none worth naming: the table is new, and one row of territorio_caricato is written.
-- Old program, still running: neither reads nor writes the new table.
--
-- Derived from comune_periodo by the program that loads the territory, and written together with it. The next start finds
-- another fingerprint, loads again what it has, and so writes the names.
create table comune_nome (
  comune     integer not null references comune,
  chiave     text collate "C" not null,
  nome       text not null,
  altro      boolean not null,
  parole     text not null,
  provincia  text not null,
  abitanti   integer not null,
  dal        date not null,
  al         date,
  constraint comune_nome_chiave primary key (comune, chiave)
);
comment on table comune_nome is 'every name of every comune, of today and of once, as it is searched';
comment on column comune_nome.chiave is 'letters A–Z and digits only (chiaveDelNome): SORGA for Sorgà, SORGA'' and sorga';
comment on column comune_nome.altro is 'German, Slovene, Ladin or French';
comment on column comune_nome.parole is 'the same letters word by word, each with a blank before it';
comment on column comune_nome.provincia is 'sigla of the comune''s newest province';
comment on column comune_nome.abitanti is 'for the order of what is found, 0 where they are not known';
comment on column comune_nome.al is 'last day of the name; null: it is borne today';
create index comune_nome_inizio on comune_nome (chiave);
-- without fastupdate: the pages read a pending list from end to end until a vacuum comes by
create index comune_nome_simile on comune_nome using gin (parole gin_trgm_ops) with (fastupdate = off);
update territorio_caricato set base = 'before the names';
grant select on comune_nome to anpr_web, anpr_job;
