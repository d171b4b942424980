-- Why:   who opens her data and finds none is told the cause and a number. The comune to which she goes with that number
--        must see the same cause, and not only what the register says by then.
-- Locks: none: a new table.
-- Old program, still running: knows nothing of it.
create table visura_mancata (
  riferimento    text primary key,
  causa          text not null,
  codice_fiscale text,
  schede         bigint[] not null default '{}',
  prima          timestamptz not null default now(),
  ultima         timestamptz not null default now()
);
comment on table visura_mancata is 'a citizen who came in and found nothing: why; forgotten a year after the last time';
comment on column visura_mancata.riferimento is 'made from person, cause and schede: the same for the same, however often she tries';
comment on column visura_mancata.codice_fiscale is 'with which she came in; null: another state''s identity, which has none';
comment on column visura_mancata.schede is 'what the register had of her, where it had anything';
create index visura_mancata_ultima on visura_mancata (ultima);
grant select, insert, update (ultima) on visura_mancata to anpr_web;
grant select, delete on visura_mancata to anpr_job;
