-- Why:   citizens ask their comune to correct what is wrong in the register (rettifica). A request moves through the states of
--        src/richieste/stati.ts; every move is a row that is only ever added, and the present state stands in richiesta.
--        Other types of request (residence, electoral) will use the same tables.
-- Locks: none, new tables.
-- Old program, still running: knows nothing of them.
set local lock_timeout = '2s';
create sequence richiesta_numero start 20000001;
create table richiesta (
  id            bigint primary key default nextval('richiesta_numero'),
  tipo          smallint not null default 1,
  utente        uuid not null,
  scheda_id     bigint not null,
  comune_id     integer not null,
  stato         smallint not null default 1,
  creata        timestamptz not null,
  inviata       timestamptz,
  aggiornata    timestamptz not null,
  chiusa        timestamptz,
  scade_legge   date,
  scade_comune  date,
  proroghe      smallint not null default 0,
  assegnata     text,
  note          text,
  recapiti      json not null default '[]',
  mosse         integer not null default 0,
  constraint richiesta_con_scadenza check ((stato = 1) = (inviata is null) and (inviata is null) = (scade_legge is null))
);
comment on column richiesta.id is 'codiceRichiesta of P000: digits';
comment on column richiesta.utente is 'who asks: pseudonym of identita';
comment on column richiesta.scade_legge is 'last lawful day; scade_comune: the earlier of it and the 30th day';
comment on column richiesta.assegnata is 'officer who has it, by pseudonym';
comment on column richiesta.mosse is 'how many moves so far: two who move at once cannot both have seen the same';
create index richiesta_di_utente on richiesta (utente, id);
create index richiesta_da_fare on richiesta (comune_id, scade_comune, id) where chiusa is null and inviata is not null;
create index richiesta_del_comune on richiesta (comune_id, tipo, stato, id) where inviata is not null;
create index richiesta_aperta_il on richiesta (comune_id, tipo, inviata) where inviata is not null;
create index richiesta_aggiornata on richiesta (comune_id, aggiornata) where inviata is not null;
create index richiesta_di_scheda on richiesta (scheda_id) where chiusa is null;
-- One draft a person: she finds it again instead of beginning another.
create unique index richiesta_una_bozza on richiesta (utente, tipo) where stato = 1;

create table richiesta_dato (
  richiesta_id bigint not null references richiesta on delete cascade,
  n            smallint not null,
  scheda_id    bigint not null,
  dato         text not null,
  attuale      text not null,
  chiesto      text not null,
  codice       text,
  note         text,
  esito        text check (esito in ('accolto', 'respinto')),
  esito_note   text,
  op_id        bigint,
  primary key (richiesta_id, n),
  constraint richiesta_dato_una_volta unique (richiesta_id, scheda_id, dato)
);
comment on table richiesta_dato is 'what is asked: the datum (decode table 57), its value when asked, the value wanted; codice where the value wanted has one';
comment on column richiesta_dato.op_id is 'the operation of the register that corrected it';

create table richiesta_mossa (
  richiesta_id bigint not null references richiesta on delete cascade,
  n            integer not null,
  mossa        text not null,
  stato        smallint not null,
  mano         text not null check (mano in ('cittadino', 'comune', 'sistema')),
  chi          text not null,
  quando       timestamptz not null,
  note         text,
  motivo       text,
  primary key (richiesta_id, n)
);
comment on table richiesta_mossa is 'the history of a request, only ever added to; stato: the one after the move';

create table richiesta_messaggio (
  id           bigint generated always as identity primary key,
  richiesta_id bigint not null references richiesta on delete cascade,
  mano         text not null check (mano in ('cittadino', 'comune')),
  chi          text not null,
  quando       timestamptz not null,
  testo        text not null
);
comment on table richiesta_messaggio is 'comune and citizen write to each other, apart from states: a suspension is no conversation';
create index richiesta_messaggio_di on richiesta_messaggio (richiesta_id, id);

create table rettifica_aperta (
  comune_id integer not null,
  dal       date not null,
  al        date,
  scritta   timestamptz not null default now(),
  chi       text not null,
  primary key (comune_id, dal)
);
comment on table rettifica_aperta is 'in which comuni, and when, citizens may ask; comune 0: in all of them';

grant select on richiesta, richiesta_dato, richiesta_mossa, richiesta_messaggio, rettifica_aperta to anpr_web, anpr_job;
grant insert, update on richiesta, richiesta_dato to anpr_web, anpr_job;
grant delete on richiesta, richiesta_dato to anpr_web, anpr_job;
grant insert on richiesta_mossa, richiesta_messaggio to anpr_web, anpr_job;
grant insert, update (al) on rettifica_aperta to anpr_web;
grant insert on rettifica_aperta to anpr_job;
grant usage on richiesta_numero to anpr_web, anpr_job;

create table allegato (
  id           bigint generated always as identity primary key,
  richiesta_id bigint not null references richiesta on delete cascade,
  nome         text not null,
  formato      text not null check (formato in ('pdf', 'jpeg', 'png')),
  byte         integer not null,
  impronta     bytea not null,
  tipologia    text not null default '1',
  caricato     timestamptz not null,
  mano         text not null check (mano in ('cittadino', 'comune')),
  esaminato    text,
  constraint allegato_una_volta unique (richiesta_id, impronta)
);
comment on table allegato is 'documents that a citizen adds; the same twice is one. esaminato: what the virus scanner said, where there is one';
-- In pieces, so that neither writing nor reading holds a whole file in memory; each encrypted by itself, and tied to its place.
create table allegato_pezzo (
  allegato_id bigint not null references allegato on delete cascade,
  n           integer not null,
  dati        bytea not null,
  primary key (allegato_id, n)
);
-- Ciphertext does not get smaller: TOAST need not try.
alter table allegato_pezzo alter column dati set storage external;
grant select, insert, delete on allegato, allegato_pezzo to anpr_web, anpr_job;
