-- Why:   whoever a request concerns is told of each step of it: the citizen, her comune, its prefettura; what became of every
--        notice is kept with the request. And the ministry changes the decode tables of requests (reasons, kinds of attachment)
--        without a new program. docs/decisions/0028-avvisi-e-conservazione.md.
-- Locks: ACCESS EXCLUSIVE on messaggio for milliseconds: a check that is widened, a column that may be empty.
-- Old program, still running: moves requests without telling anybody, as before; writes messages as before.
set local lock_timeout = '2s';

-- tables that the ministry changes ----------------------------------------------------------------------------------
create table voce_richieste (
  id          bigint generated always as identity primary key,
  tabella     text not null,
  codice      text not null constraint voce_codice_breve check (codice <> '' and char_length(codice) <= 64),
  descrizione text not null constraint voce_descritta check (descrizione <> '' and char_length(descrizione) <= 200),
  usi         text[] not null,
  attiva      boolean not null,
  scritta     timestamptz not null,
  chi         text not null
);
comment on table voce_richieste is 'what the ministry changed in the decode tables of requests; the newest row of a code counts before the program''s own (decodifica); rows are only ever added';
comment on column voce_richieste.attiva is 'false: can no longer be chosen; what was decided with it keeps its words';
create index voce_richieste_di on voce_richieste (tabella, codice, id desc);
grant select, insert on voce_richieste to anpr_web;
grant select on voce_richieste to anpr_job;
