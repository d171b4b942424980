-- Why:   the citizens' area: a person sees who looked at her data (which sections, by which operation, the reserved ones
--        only after their release), rows of accesso are sealed into a chain, and she gives e-mail and telephone, confirmed
--        by a code. docs/decisions/0021-catena-accessi.md.
-- Locks: accesso for milliseconds: columns without default, and another default for new rows.
-- Old program, still running: records as before (the new columns stay null), knows nothing of the other tables.
set local lock_timeout = '2s';

-- accessi ---------------------------------------------------------------------------------------------------------
alter table accesso
  add column sezioni        text[],
  add column operazione     bigint,
  add column riservata_fino date,
  -- Not the beginning of the transaction: a row's minute may only be sealed when nobody can still add to it, and a
  -- transaction holds the table's lock from before this clock is read until its end (src/accessi/sigillo.ts).
  alter column avvenuto set default clock_timestamp();
comment on column accesso.sezioni is 'parts of the scheda, as anagrafe names them; null: the whole';
comment on column accesso.operazione is 'the operation that changed those parts; null: they were only read';
comment on column accesso.riservata_fino is 'the person does not see it before this day, unless accesso_svincolo says another; null: not reserved';

-- Secrecy ends earlier or later than was said: the last word counts. Rows of accesso are never touched.
create table accesso_svincolo (
  id         bigint generated always as identity primary key,
  accesso_id bigint not null,
  dal        date not null,
  atto       text not null check (atto <> ''),
  scritto    timestamptz not null default now(),
  chi        text not null
);
comment on table accesso_svincolo is 'from which day the person sees a reserved consultation, by which act; the newest row counts; rows are only ever added';
create index accesso_svincolo_di on accesso_svincolo (accesso_id, id desc);

-- Rewritten: parts and end of secrecy, where the ground says them.
create or replace function accesso_registra(motivo json, scheda bigint) returns boolean
language plpgsql volatile security definer set search_path = public as $$
begin
  insert into accesso (ruolo, chi, per_conto, finalita, servizio, scheda_id, sezioni, riservata_fino)
  values (motivo ->> 'ruolo', motivo ->> 'chi', (motivo ->> 'per_conto')::int, (motivo ->> 'finalita')::smallint,
          motivo ->> 'servizio', scheda,
          case when motivo -> 'sezioni' is not null then array(select json_array_elements_text(motivo -> 'sezioni')) end,
          (motivo ->> 'riservata_fino')::date);
  return true;
end $$;
-- What an operation saw, and which parts of whom it changed: {"scheda": ["part", …]}.
create function accesso_registra(motivo json, schede bigint[], operazione bigint, cambiate json) returns boolean
language plpgsql volatile security definer set search_path = public as $$
begin
  insert into accesso (ruolo, chi, per_conto, finalita, servizio, scheda_id, sezioni, operazione)
  select motivo ->> 'ruolo', motivo ->> 'chi', (motivo ->> 'per_conto')::int, (motivo ->> 'finalita')::smallint,
         motivo ->> 'servizio', s.id,
         case when c.parti is not null then array(select json_array_elements_text(c.parti)) end,
         case when c.parti is not null then accesso_registra.operazione end
    from unnest(schede) as s (id) cross join lateral (select cambiate -> s.id::text as parti) c;
  return true;
end $$;

create table accesso_sigillo (
  fino_a   timestamptz primary key,
  righe    integer not null check (righe >= 0),
  impronta bytea not null check (length(impronta) = 32),
  catena   bytea not null check (length(catena) = 32)
);
comment on table accesso_sigillo is 'seals of accesso, each over the rows from the one before (included) to fino_a (excluded); rows are only ever added';
comment on column accesso_sigillo.impronta is 'SHA-256 of the rows in order: src/accessi/sigillo.ts';
comment on column accesso_sigillo.catena is 'SHA-256 of the seal before and of this one';

revoke execute on function accesso_registra(json, bigint[], bigint, json) from public;
grant execute on function accesso_registra(json, bigint[], bigint, json) to anpr_web, anpr_job;
grant select on accesso_sigillo, accesso_svincolo to anpr_web, anpr_job;
grant insert on accesso_sigillo, accesso_svincolo to anpr_job;

-- identita: recapiti ----------------------------------------------------------------------------------------------
-- utente: id of the row of `utente`; no foreign key, so that a person may be forgotten there alone.
create table recapito (
  utente     uuid not null,
  tipo       text not null check (tipo in ('email', 'telefono')),
  valore     text not null check (length(valore) <= 254),
  confermato timestamptz,
  scritto    timestamptz not null,
  primary key (utente, tipo)
);
comment on table recapito is 'e-mail and telephone that a person gave; confermato null: nobody knows whether it is hers';

create table recapito_codice (
  utente    uuid not null,
  tipo      text not null check (tipo in ('email', 'telefono')),
  valore    text not null check (length(valore) <= 254),
  sale      bytea not null,
  impronta  bytea not null,
  scade     timestamptz not null,
  tentativi smallint not null default 0,
  chiesto   timestamptz not null,
  primary key (utente, tipo)
);
comment on table recapito_codice is 'a code on its way: only its digest is kept';
create table recapito_richiesta (
  utente  uuid not null,
  tipo    text not null,
  chiesta timestamptz not null
);
comment on table recapito_richiesta is 'when codes were asked for, to bound how many; forgotten after a day';
create index recapito_richiesta_di on recapito_richiesta (utente, chiesta);

create table preferenza (
  utente  uuid primary key,
  avvisi  boolean not null,
  scritta timestamptz not null
);
comment on table preferenza is 'whether a person wants notices by e-mail; no row: she does';

create table domicilio_digitale (
  utente    uuid primary key,
  indirizzo text,
  letto     timestamptz not null
);
comment on table domicilio_digitale is 'what INAD last said; indirizzo null: none elected. Never typed in';

create table messaggio (
  id           bigint generated always as identity primary key,
  utente       uuid not null,
  canale       text not null check (canale in ('email', 'sms')),
  destinatario text not null,
  oggetto      text not null,
  testo        text,
  creato       timestamptz not null,
  scade        timestamptz not null,
  prossimo     timestamptz,
  tentativi    smallint not null default 0,
  esito        text check (esito in ('consegnato', 'rifiutato', 'scaduto'))
);
comment on table messaggio is 'outbox; testo is erased with the outcome: it may hold a code';
comment on column messaggio.prossimo is 'when it is tried next; null: done';
create index messaggio_da_spedire on messaggio (prossimo) where esito is null;
create index messaggio_di on messaggio (utente, id desc);
create index messaggio_a on messaggio (destinatario, creato);
create table messaggio_tentativo (
  messaggio bigint not null references messaggio on delete cascade,
  avvenuto  timestamptz not null,
  riuscito  boolean not null,
  risposta  text not null,
  primary key (messaggio, avvenuto)
);
comment on table messaggio_tentativo is 'what the mail server said each time; never the text, never the address';

grant select, insert, update, delete on recapito, recapito_codice, preferenza, domicilio_digitale to anpr_web, anpr_job;
grant select, insert, delete on recapito_richiesta to anpr_web, anpr_job;
grant select, insert on messaggio to anpr_web;
grant select, insert, update, delete on messaggio to anpr_job;
grant select on messaggio_tentativo to anpr_web;
grant select, insert, delete on messaggio_tentativo to anpr_job;
