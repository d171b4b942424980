-- Why:   offices come in by the certificate of an enrolled workstation and that of an officer's smart card; a comune's own
--        software calls the services by a certificate too. Who is enrolled is known by the digest of the whole certificate.
-- Locks: none, new tables.
-- Old program, still running: knows nothing of them.
set local lock_timeout = '2s';
create table certificato (
  impronta      bytea primary key constraint certificato_impronta check (octet_length(impronta) = 32),
  tipo          text not null,
  nome          text not null,
  comune_id     integer references comune,
  prefettura    text references prefettura,
  operatore     uuid references operatore,
  scade         timestamptz not null,
  iscritto      timestamptz not null,
  bloccato      timestamptz,
  motivo_blocco text,
  constraint certificato_di_chi check (case tipo
    when 'postazione' then operatore is null and (comune_id is null or prefettura is null)
    when 'carta'      then operatore is not null and comune_id is null and prefettura is null
    when 'software'   then comune_id is not null and operatore is null and prefettura is null
    else false end),
  constraint certificato_blocco_motivato check ((bloccato is null) = (motivo_blocco is null))
);
comment on table certificato is 'enrolled certificates. A workstation is of a seat (comune, prefettura, neither: the ministry), a card of an operator, software of a comune. Never deleted: blocked';
comment on column certificato.impronta is 'SHA-256 of the certificate (DER)';
comment on column certificato.nome is 'number of the workstation (015146-CO-0001), or what the software or the card is called';
create index certificato_del_comune on certificato (comune_id) where comune_id is not null;
create index certificato_di_operatore on certificato (operatore) where operatore is not null;

create table certificato_fatto (
  id       bigint generated always as identity primary key,
  impronta bytea not null references certificato,
  fatto    text not null constraint certificato_fatto_noto check (fatto in ('iscritto', 'bloccato', 'sbloccato')),
  chi      text not null,
  quando   timestamptz not null,
  motivo   text
);
comment on table certificato_fatto is 'who enrolled, blocked, unblocked a certificate, and why; only ever added to';
comment on column certificato_fatto.chi is 'pseudonym of an operator, or the name of a command';
create index certificato_fatto_di on certificato_fatto (impronta, id);

create table passo (
  chiave  bytea primary key constraint passo_impronta check (octet_length(chiave) = 32),
  browser text not null,
  prova   json not null,
  creato  timestamptz not null
);
comment on table passo is 'what a listener for certificates has proved, for a minute, under a one-time key (SHA-256), for the browser that began';

grant select, insert, update (bloccato, motivo_blocco) on certificato to anpr_web;
grant select, insert on certificato_fatto to anpr_web;
grant usage on certificato_fatto_id_seq to anpr_web;
grant select, insert, delete on passo to anpr_web;
grant select, delete on passo to anpr_job;
