-- Why:   operations change what subentro brought in. Every change is an effect (object, section, value after), appended
--        and never touched again: the chain of a cell's effects over its baseline is its history, and what an annulment
--        takes back. The present state stays in scheda, gruppo and unione, whose `teste` say which effect each changed
--        section comes from.
-- Locks: scheda, gruppo, unione, operazione for milliseconds: columns without default or with a constant one. But for the
--        index on the names of scheda: some seconds a million schede, in which nobody writes to it.
-- Old program, still running: reads the same columns as before and writes none of these.
set local lock_timeout = '2s';
alter table operazione
  add column protocollo text,
  add column definita   date,
  add column annulla    bigint references operazione,
  add column modo       text check (modo in ('RA', 'RP'));
comment on column operazione.servizio is 'official number, and type after a slash: 1001, 5005/2; or subentro';
comment on column operazione.definita is 'day on which the case was decided (dataDefinizionePratica)';
comment on column operazione.annulla is 'the operation that this one takes back, whole or for some persons';
comment on column operazione.modo is 'RA ripristino anagrafico, RP for one person of several';
create index operazione_annullata on operazione (annulla) where annulla is not null;
create index operazione_registrata on operazione (registrata);
create index operazione_subentro on operazione (comune_id) where servizio = 'subentro';
-- A person who is enrolled is looked for in the whole country, by codice fiscale or else by name and birth. The same index
-- finds a name in a comune, so loading a comune costs no more than before.
create index scheda_generalita on scheda (cognome_ricerca, nome_ricerca, nascita, comune_id);
drop index scheda_nome;

alter table scheda
  add column cancellata_dal       date,
  add column motivo_cancellazione smallint;
comment on column scheda.teste is 'section -> [operation, dal, decorrenza], only of sections changed after the baseline';
alter table gruppo add column teste json;
alter table unione
  add column teste  json,
  add column valida boolean not null default true;
comment on column unione.valida is 'false: the registration that made it was annulled';

-- A comune's own ids end when another comune takes the person or family, and begin again when that is annulled.
alter table id_comune
  add column op_in  bigint,
  add column op_out bigint,
  drop constraint id_comune_pkey;
comment on column id_comune.op_in is 'operation that gave it; null: it came with subentro. op_out: that ended it';
create unique index id_comune_vivo on id_comune (comune_id, tipo, locale, oggetto) where al is null;
create index id_comune_oggetto on id_comune (oggetto, tipo);
grant insert on id_comune to anpr_web;
grant update (al, op_out) on id_comune to anpr_web, anpr_job;

create table effetto (
  oggetto       bigint not null,
  tipo          "char" not null check (tipo in ('S', 'G', 'U')),
  sezione       text not null,
  op_id         bigint not null references operazione,
  dal           date not null,
  decorrenza    date not null,
  dopo          json not null,
  base          json,
  precedente    bigint,
  annulla       bigint,
  sul_posto     boolean not null default false,
  gruppo_prima  bigint,
  gruppo_dopo   bigint,
  primary key (oggetto, tipo, sezione, op_id)
);
comment on table effetto is 'what an operation did to a section of a scheda (S), gruppo (G) or unione (U); rows are only ever added';
comment on column effetto.dal is 'the section''s own date; decorrenza: of the registration';
comment on column effetto.base is 'value that the baseline had, in the first effect on a section';
comment on column effetto.precedente is 'the operation whose value it replaces; null: the baseline''s';
comment on column effetto.annulla is 'counter-effect: the operation whose effect it takes back; dopo is what was before';
comment on column effetto.sul_posto is 'a correction: stands in the place of the version of precedente (null: of the baseline), in the past too, instead of coming after it';
comment on column effetto.gruppo_prima is 'with gruppo_dopo: the groups that a change of appartenenza leaves and enters';
create index effetto_di_operazione on effetto (op_id);
create index effetto_lasciato on effetto (gruppo_prima) where gruppo_prima is not null;
create index effetto_preso on effetto (gruppo_dopo) where gruppo_dopo is not null;

-- Ids one at a time, out of the same blocks of 1000 that loaders take: so idANPR's space is not wasted.
create sequence scheda_sciolta minvalue 0 start 0;
create sequence gruppo_sciolto minvalue 0 start 0;
create table blocco_sciolto (
  cosa   text not null,
  numero bigint not null,
  blocco bigint not null,
  primary key (cosa, numero)
);
create function id_nuovo(cosa text) returns bigint language plpgsql security definer set search_path = public as $$
declare n bigint := nextval(case cosa when 'scheda' then 'scheda_sciolta' else 'gruppo_sciolto' end::regclass); b bigint;
begin
  select blocco into b from blocco_sciolto t where t.cosa = id_nuovo.cosa and numero = n / 1000;
  if b is null then
    insert into blocco_sciolto values (cosa, n / 1000, nextval(case cosa when 'scheda' then 'scheda_blocco' else 'gruppo_blocco' end::regclass))
      on conflict do nothing;
    select blocco into b from blocco_sciolto t where t.cosa = id_nuovo.cosa and numero = n / 1000;
  end if;
  return b * 1000 + n % 1000;
end $$;
revoke execute on function id_nuovo from public;
grant execute on function id_nuovo to anpr_web, anpr_job;

-- A read that found the register changed while it waited for its locks: repeat the whole transaction.
create function da_ripetere() returns boolean language plpgsql as $$
begin raise exception 'the family changed while it was being locked' using errcode = '40001'; end $$;

create table notifica (
  id         bigint generated always as identity primary key,
  tipo       text not null,
  comune_id  integer not null,
  op_id      bigint not null references operazione,
  scheda_id  bigint,
  dati       json,
  creata     timestamptz not null default now()
);
comment on table notifica is 'outbox: who is told of what an operation did to what he holds; numbered in the order of writing, re-readable';
create index notifica_del_comune on notifica (comune_id, id);
create index notifica_di_operazione on notifica (op_id);

create table movimento (
  id         bigint generated always as identity primary key,
  op_id      bigint not null references operazione,
  comune_id  integer not null,
  giorno     date not null,
  registro   "char" not null check (registro in ('R', 'E')),
  evento     text not null,
  persone    integer not null default 0,
  famiglie   integer not null default 0,
  convivenze integer not null default 0,
  scheda_id  bigint
);
comment on table movimento is 'what an operation adds to, or takes from, a comune''s counts, a subentro''s included; snapshots are sums of it';
comment on column movimento.giorno is 'day of the operation''s registration, Europe/Rome: the midnight after it counts the movement';
create index movimento_del_giorno on movimento (giorno, comune_id) include (registro, persone, famiglie, convivenze);

grant select on effetto, notifica, movimento to anpr_web, anpr_job;
grant insert on operazione, effetto, notifica, movimento, scheda, gruppo, unione to anpr_web, anpr_job;
grant usage on operazione_id_seq to anpr_web;
grant usage on unione_id_seq to anpr_web, anpr_job;
grant update on scheda, gruppo, unione to anpr_web, anpr_job;
grant update (definita) on operazione to anpr_web, anpr_job;
