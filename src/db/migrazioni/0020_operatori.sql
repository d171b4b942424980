-- Why:   those who work in the register come in: officers of comuni, prefetture, the ministry. A person is enrolled for one seat
--        with one profile (src/identita/operatori/profili.ts); her sessions are apart from those of the citizen that she is too.
-- Locks: none, new tables.
-- Old program, still running: knows nothing of them.
set local lock_timeout = '2s';
create table operatore (
  id             uuid primary key default gen_random_uuid(),
  codice_fiscale text not null constraint operatore_codice_fiscale check (codice_fiscale ~ '^[A-Z0-9]{16}$'),
  cognome        text not null,
  nome           text not null,
  profilo        text not null,
  comune_id      integer references comune,
  prefettura     text references prefettura,
  abilitato      timestamptz not null,
  abilitato_da   text not null,
  bloccato       timestamptz,
  motivo_blocco  text,
  constraint operatore_una_volta unique nulls not distinct (codice_fiscale, comune_id, prefettura),
  constraint operatore_una_sede check (comune_id is null or prefettura is null),
  constraint operatore_blocco_motivato check ((bloccato is null) = (motivo_blocco is null))
);
comment on table operatore is 'who may work in the register, for which seat; its id is the pseudonym by which accesso and requests know her. Never deleted: blocked';
comment on column operatore.comune_id is 'seat: a comune, or a prefettura; neither: the ministry';
comment on column operatore.abilitato_da is 'who enrolled: pseudonym of an operator, or the name of a command';
create index operatore_del_comune on operatore (comune_id) where comune_id is not null;

create table sessione_operatore (
  numero     bigint generated always as identity primary key,
  token      bytea not null constraint sessione_operatore_di_un_token unique
             constraint sessione_operatore_impronta check (octet_length(token) = 32),
  operatore  uuid not null references operatore,
  via        text not null constraint sessione_operatore_via check (via in ('carta', 'spid', 'cie', 'cns', 'demo')),
  postazione text,
  aperta     timestamptz not null,
  vista      timestamptz not null,
  scade      timestamptz not null
) with (fillfactor = 70);
comment on table sessione_operatore is 'open sessions of operators; as sessione is for citizens';
comment on column sessione_operatore.postazione is 'name of the enrolled workstation; null: none was asked for';
create index sessione_operatore_di on sessione_operatore (operatore);

grant select, insert, update (profilo, bloccato, motivo_blocco) on operatore to anpr_web;
grant select on operatore to anpr_job;
grant select, insert, update (vista), delete on sessione_operatore to anpr_web;
grant usage on sessione_operatore_numero_seq to anpr_web;
grant select, delete on sessione_operatore to anpr_job;
