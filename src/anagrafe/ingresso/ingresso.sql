-- What waits, inside a comune's one transaction, until its families have been read too: members stand before their
-- families in the file. Only the columns by which schede, families and spouses find each other wait here; the whole
-- rows wait in a file of the program's (attesa.ts). Temporary: gone with the transaction, whatever its end, without WAL.
create temp table chiave_qui (
  id bigint not null,
  invio smallint not null,
  locale text,
  gruppo_genere text,
  gruppo_locale text,
  legame smallint,
  progressivo smallint,
  codice_fiscale text,
  padre_locale text,
  madre_locale text,
  coniuge boolean,
  coniuge_locale text,
  coniuge_dal date,
  coniuge_al date,
  coniuge_ordine smallint,
  unito boolean,
  unito_locale text,
  unito_dal date,
  unito_al date,
  convivente boolean,
  convivente_locale text,
  convivente_dal date,
  convivente_al date,
  rilievi json
) on commit drop;

create temp table gruppo_qui (
  id bigint not null,
  invio smallint not null,
  genere text not null,
  locale text,
  tipo smallint not null,
  origine date,
  motivo smallint,
  specie smallint,
  denominazione text,
  coabitante boolean,
  responsabile boolean,
  responsabile_locale text,
  responsabile_cf text,
  rilievi json,
  dati json
) on commit drop;

-- Of the file just read: who each scheda turned out to belong to.
create temp table legame_qui (
  id bigint not null,
  gruppo_id bigint,
  gruppo_tipo smallint,
  gruppo_invio smallint,
  legame smallint,
  padre_id bigint,
  madre_id bigint,
  sospesa boolean not null,
  secondo boolean not null -- a second head of its family: legame is null
) on commit drop;

-- Of all the files: the keys with what they turned out to be, the groups, and the keys of schede that were put off.
create temp table ingresso_chiave on commit drop as
select k.*, l.gruppo_id, l.gruppo_tipo, l.gruppo_invio from chiave_qui k join legame_qui l using (id);
create temp table ingresso_gruppo on commit drop as
select id, invio, genere, locale, tipo, responsabile, responsabile_locale, responsabile_cf, rilievi from gruppo_qui;
create temp table ingresso_sospesa (like chiave_qui) on commit drop
