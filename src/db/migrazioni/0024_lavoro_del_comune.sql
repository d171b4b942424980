-- Why:   the officers of a comune work through its requests (/com): by term, by state, their own, nobody's, the closed ones, all
--        by number. Each list is one index, so a page of it costs the same with a hundred thousand requests. And they read schede:
--        each consultation has a reason, an owner and an end, and its address says nothing of whose scheda it is.
--        What is done to operators is kept, with who did it.
-- Locks: richiesta while its indexes are made: nobody writes to it for a second a million rows.
-- Old program, still running: reads and writes richiesta as before, knows nothing of the new tables.
set local lock_timeout = '2s';
create index richiesta_per_stato on richiesta (comune_id, stato, scade_comune, id) where chiusa is null and inviata is not null;
create index richiesta_di_chi on richiesta (comune_id, (coalesce(assegnata, '')), scade_comune, id, stato, proroghe)
  where chiusa is null and inviata is not null;
create index richiesta_prorogata on richiesta (comune_id, scade_comune, id) where chiusa is null and proroghe > 0;
create index richiesta_chiusa on richiesta (comune_id, chiusa, id) where chiusa is not null;
create index richiesta_chiusa_da on richiesta (comune_id, (coalesce(assegnata, '')), chiusa, id) where chiusa is not null;
create index richiesta_in_ordine on richiesta (comune_id, id) where inviata is not null;

create table consultazione (
  riferimento uuid primary key default gen_random_uuid(),
  operatore   uuid not null references operatore,
  scheda_id   bigint not null,
  motivo      text not null,
  scade       timestamptz not null
);
comment on table consultazione is 'an officer reads a scheda, for a reason, for half an hour: the address of the pages, in place of the scheda''s number. That she read is in accesso, which stays';
create index consultazione_scaduta on consultazione (scade);
grant select, insert, delete on consultazione to anpr_web;

create table operatore_fatto (
  id        bigint generated always as identity primary key,
  operatore uuid not null references operatore,
  fatto     text not null constraint operatore_fatto_noto check (fatto in ('abilitato', 'bloccato', 'sbloccato', 'profilo')),
  chi       text not null,
  quando    timestamptz not null,
  motivo    text,
  profilo   text
);
comment on table operatore_fatto is 'who enrolled, blocked, unblocked an operator or changed her profile, and why; only ever added to';
create index operatore_fatto_di on operatore_fatto (operatore, id);
grant select, insert on operatore_fatto to anpr_web;
grant usage on operatore_fatto_id_seq to anpr_web;
