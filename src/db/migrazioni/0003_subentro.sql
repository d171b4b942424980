-- Why:   a comune's road into ANPR: its plan, its forniture with their files, and the anomalies found in them.
-- Locks: none: new tables.
-- Old program, still running: knows nothing of them.
create table comune_piano (
  comune_id   integer primary key references comune,
  presubentro date,
  prima       date,
  ultima      date,
  preferita   date,
  constraint comune_piano_finestra check (prima <= ultima and preferita between prima and ultima)
);
comment on table comune_piano is 'presubentro: first trial; prima, ultima: window of the subentro; preferita: the day that the comune asks for';

create table fornitura (
  id         bigint generated always as identity primary key,
  comune_id  integer not null references comune,
  versione   integer not null,
  prova      boolean not null,
  stato      text not null check (stato in ('conclusa', 'respinta')),
  registrata timestamptz not null,
  op_id      bigint references operazione,
  schede     integer not null,
  gruppi     integer not null,
  errore     json,
  constraint fornitura_conclusa_con_operazione check ((op_id is not null) = (stato = 'conclusa' and not prova))
);
comment on column fornitura.prova is 'pre-subentro: everything but the commit';
comment on column fornitura.errore is 'respinta: list of code, file, line, column, element, rule';
create unique index fornitura_una_sola_vera on fornitura (comune_id) where stato = 'conclusa' and not prova;

create table invio (
  fornitura_id bigint not null references fornitura,
  progressivo  smallint not null,
  nome         text not null,
  byte         bigint not null,
  schede       integer not null,
  primary key (fornitura_id, progressivo)
);

create table anomalia (
  id           bigint generated always as identity primary key,
  fornitura_id bigint not null references fornitura,
  codice       text not null,
  grado        "char" not null check (grado in ('E', 'B', 'W')),
  scheda_id    bigint,
  gruppo_id    bigint,
  locale       text,
  campo        text,
  valori       text[] not null default '{}'
);
comment on column anomalia.grado is 'E stops the fornitura; B warning to be mended before subentro; W warning';
comment on column anomalia.locale is 'the comune''s id of the person or family, as sent';
create index anomalia_di_fornitura on anomalia (fornitura_id, codice);
create index anomalia_di_scheda on anomalia (scheda_id) where scheda_id is not null;

grant select on comune_piano, fornitura, invio, anomalia to anpr_web, anpr_job;
grant insert on fornitura, invio, anomalia to anpr_job;
grant insert, update, delete on comune_piano to anpr_job;
