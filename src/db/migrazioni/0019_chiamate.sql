-- Why:   a comune's software that got no answer calls again with the same idOperazioneComune and must get the answer given
--        then, not do the thing twice (P000, later all services). One series of ids for idOperazioneANPR.
-- Locks: none, new table.
-- Old program, still running: knows nothing of it.
set local lock_timeout = '2s';
create sequence chiamata_numero;
create table chiamata (
  comune_id integer not null,
  id_comune text not null,
  id        bigint not null,
  servizio  text not null,
  impronta  bytea not null,
  chi       text not null,
  operatore text,
  quando    timestamptz not null,
  risposta  text,
  primary key (comune_id, id_comune)
);
comment on table chiamata is 'calls of a comune''s software that changed something, with the answer given';
comment on column chiamata.id_comune is 'idOperazioneComune';
comment on column chiamata.id is 'idOperazioneANPR';
comment on column chiamata.impronta is 'sha256 of what was asked: another question under the same id is refused';
comment on column chiamata.chi is 'the software, by pseudonym; operatore: whom it says it acts for, not checked';
grant select, insert, update (risposta) on chiamata to anpr_web;
grant usage on chiamata_numero to anpr_web;
