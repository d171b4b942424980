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

-- notices -----------------------------------------------------------------------------------------------------------
create table ufficio_avvisi (
  a       text not null constraint ufficio_avvisi_a check (a in ('comune', 'prefettura')),
  ufficio text not null,
  email   text constraint ufficio_avvisi_email check (char_length(email) <= 254),
  pec     text constraint ufficio_avvisi_pec check (char_length(pec) <= 254),
  riunito boolean not null,
  scritto timestamptz not null,
  chi     text not null,
  primary key (a, ufficio)
);
comment on table ufficio_avvisi is 'where comuni and prefetture want to be told; no row: nowhere';
comment on column ufficio_avvisi.ufficio is 'comune: our id; prefettura: its code';
comment on column ufficio_avvisi.riunito is 'false: a message each; true: all of a day in one';

create table avviso (
  id           bigint generated always as identity primary key,
  richiesta_id bigint not null references richiesta on delete cascade,
  evento       text not null,
  n            bigint not null,
  a            text not null constraint avviso_a check (a in ('cittadino', 'comune', 'prefettura')),
  ufficio      text,
  canale       text not null constraint avviso_canale check (canale in ('email', 'pec', 'domicilio')),
  riunito      boolean not null default false,
  creato       timestamptz not null,
  scade        timestamptz not null,
  prossimo     timestamptz,
  cercato      smallint not null default 0,
  fonte        text,
  messaggio    bigint,
  esito        text constraint avviso_esito check (esito in ('consegnato', 'rifiutato', 'scaduto', 'spento', 'senza indirizzo', 'senza canale', 'superato')),
  constraint avviso_una_volta unique (richiesta_id, evento, n, a, canale),
  constraint avviso_di_un_ufficio check ((a = 'cittadino') = (ufficio is null))
);
comment on table avviso is 'who is told of what happened to a request, and what became of it: written in the transaction of what happened; the delivery log, kept with the request. It holds no address';
comment on column avviso.n is 'which of them: number of the move, of the message, of the extensions so far (reminders)';
comment on column avviso.prossimo is 'when it is taken up; null: it is in the outbox, or done';
comment on column avviso.cercato is 'how often its address was looked for in vain';
comment on column avviso.fonte is 'where the address came from: richiesta, profilo, INAD, ufficio';
comment on column avviso.messaggio is 'number in the outbox (messaggio), which forgets sooner than this';
create index avviso_da_recapitare on avviso (prossimo, id) where prossimo is not null;
create index avviso_insieme on avviso (a, ufficio, canale) where prossimo is not null and riunito;
create index avviso_del_messaggio on avviso (messaggio) where messaggio is not null;
create table avviso_tentativo (
  avviso_id bigint not null references avviso on delete cascade,
  quando    timestamptz not null,
  riuscito  boolean not null,
  risposta  text not null,
  primary key (avviso_id, quando)
);
comment on table avviso_tentativo is 'what the mail server, or INAD, said each time; never the text, never the address';
-- Reminders: the open requests by their terms.
create index richiesta_aperte_comune on richiesta (scade_comune) where chiusa is null and inviata is not null;
create index richiesta_aperte_legge on richiesta (scade_legge) where chiusa is null and inviata is not null;

grant select, insert, update on ufficio_avvisi to anpr_web;
grant select on ufficio_avvisi to anpr_job;
grant select, insert on avviso to anpr_web, anpr_job;
grant update (prossimo, cercato, fonte, messaggio, esito) on avviso to anpr_job;
grant select on avviso_tentativo to anpr_web;
grant select, insert on avviso_tentativo to anpr_job;

-- the outbox: also to offices, which are nobody's utente, and by PEC ---------------------------------------------------
alter table messaggio alter column utente drop not null;
alter table messaggio drop constraint messaggio_canale_check;
alter table messaggio add constraint messaggio_canale_check check (canale in ('email', 'sms', 'pec')) not valid;
comment on column messaggio.utente is 'whose code it carries; null: a notice, which avviso knows by the number';

-- retention (src/conservazione.ts) ------------------------------------------------------------------------------------
-- Whole months, and no row by itself: nobody has the right to delete from accesso. A date to come does not drop more.
create function accesso_mesi_vecchi(oggi date, mesi integer) returns integer
language plpgsql security definer set search_path = public as $$
declare vecchia record; quante integer := 0;
begin
  for vecchia in select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
                  where i.inhparent = 'accesso'::regclass and c.relname ~ '^accesso_\d{4}_\d\d$'
                    and to_date(right(c.relname, 7), 'YYYY_MM') + (greatest(mesi, 24) + 1) * interval '1 month' <= least(oggi, current_date) loop
    execute format('drop table %I', vecchia.relname);
    quante := quante + 1;
  end loop;
  return quante;
end $$;
revoke execute on function accesso_mesi_vecchi from public;
grant execute on function accesso_mesi_vecchi to anpr_job;
create index richiesta_finita on richiesta (chiusa) where chiusa is not null;
create index chiamata_quando on chiamata using brin (quando);
grant select (comune_id, id_comune, quando), delete on chiamata to anpr_job;
