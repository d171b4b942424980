-- Where a comune's schede wait, inside its one transaction, until their families have been read too: members stand
-- before their families in the file. Temporary: gone with the transaction, whatever its end, and without WAL.
-- What waits is one file's (…_qui); of the files before, only the few columns by which schede, families and spouses
-- find each other stay, and the schede that name somebody who was not in their file (ingresso_sospesa).
create temp table scheda_qui (
  id bigint not null,
  id_anpr text not null,
  registro text not null,
  codice_fiscale text,
  cf_validita smallint,
  cognome text,
  nome text,
  cognome_ricerca text,
  nome_ricerca text,
  sesso text not null,
  nascita date not null,
  nascita_precisa text not null,
  nascita_comune_id integer,
  nascita_stato text,
  invio smallint not null,
  locale text,
  gruppo_genere text,
  gruppo_locale text,
  legame smallint,
  progressivo smallint,
  ingresso_dal date,
  legame_dal date,
  residenza_dal date,
  iscritto_dal date,
  motivo_iscrizione smallint,
  aggiornata_il date,
  stato_civile smallint,
  certificabile smallint,
  senza_fissa_dimora boolean,
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
  rilievi json,
  dati json not null
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

create temp table ingresso_sospesa (like scheda_qui) on commit drop;

create temp table ingresso_gruppo on commit drop as
select id, invio, genere, locale, tipo, responsabile, responsabile_locale, responsabile_cf, rilievi from gruppo_qui;

create temp table ingresso_chiave (
  id bigint not null,
  invio smallint not null,
  locale text,
  gruppo_locale text,
  legame smallint,
  progressivo smallint,
  codice_fiscale text,
  gruppo_id bigint,
  gruppo_tipo smallint,
  gruppo_invio smallint,
  padre_id bigint,
  madre_id bigint,
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
create temp table chiave_qui (like ingresso_chiave, sospesa boolean not null) on commit drop
