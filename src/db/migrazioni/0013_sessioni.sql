-- Why:   citizens come in. Who they are was proved elsewhere (SPID, CIE, CNS); here stands under which pseudonym we know
--        them, which browser holds an open session of theirs, and for a minute the outcome of a login on its way from the
--        address where it was proved to the one where the session is opened.
-- Locks: none: new tables.
-- Old program, still running: knows nothing of them.
create table utente (
  id             uuid primary key default gen_random_uuid(),
  codice_fiscale text not null constraint utente_uno_a_codice unique
                 constraint utente_codice_fiscale check (codice_fiscale ~ '^([A-Z0-9]{16}|[0-9]{11})$'),
  creato         timestamptz not null,
  entrata        timestamptz not null,
  informativa    text,
  informativa_il timestamptz,
  constraint utente_informativa check ((informativa is null) = (informativa_il is null))
);
comment on table utente is 'a person who has come in at least once; her id is the pseudonym by which accesso and logs know her';
comment on column utente.entrata is 'last login';
comment on column utente.informativa is 'version of the privacy notice that she accepted last; null: none yet';

create table sessione (
  numero    bigint generated always as identity primary key,
  token     bytea not null constraint sessione_di_un_token unique constraint sessione_impronta check (octet_length(token) = 32),
  utente    uuid not null references utente,
  via       text not null constraint sessione_via check (via in ('spid', 'cie', 'cns')),
  livello   smallint not null constraint sessione_livello check (livello between 1 and 3),
  cognome   text not null,
  nome      text not null,
  nascita   date,
  fornitore text not null,
  istante   timestamptz not null,
  aperta    timestamptz not null,
  vista     timestamptz not null,
  scade     timestamptz not null,
  prima     timestamptz,
  agente    text not null constraint sessione_agente_breve check (char_length(agente) <= 60)
) with (fillfactor = 70);
comment on table sessione is 'open sessions; one that ends is deleted, and so are those that ran out, every night at the latest';
comment on column sessione.token is 'SHA-256 of what the browser holds: reading this table opens no session';
comment on column sessione.istante is 'when the way in proved who she is; aperta: when the session was opened';
comment on column sessione.vista is 'last request, to the minute: an idle session ends';
comment on column sessione.prima is 'login before this one, for her to notice one that was not hers; null: this is the first';
comment on column sessione.agente is 'browser and system in two words, so that she knows her sessions apart; never the whole header';
create index sessione_di_utente on sessione (utente);
create index sessione_scade on sessione (scade);

create table ingresso (
  chiave       bytea primary key,
  browser      text not null,
  identificata jsonb not null,
  creato       timestamptz not null
);
comment on table ingresso is 'outcome of a login, until the browser that began it fetches it: once, within a minute';
comment on column ingresso.chiave is 'SHA-256 of the one-time key in the address';
comment on column ingresso.browser is 'SHA-256 of the nonce in the cookie of the browser that began (login CSRF)';
create index ingresso_creato on ingresso (creato);

grant select, insert, update (entrata, informativa, informativa_il) on utente to anpr_web;
grant select, insert, update (vista), delete on sessione to anpr_web;
grant usage on sessione_numero_seq to anpr_web;
grant select, insert, delete on ingresso to anpr_web;
grant select on utente to anpr_job;
grant select, delete on sessione, ingresso to anpr_job;
