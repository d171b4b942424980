-- Why:   the ministry says which data citizens may ask to have corrected, and what helps them to; what may be asked at all,
--        and how each datum is checked, stands in src/richieste/correggibili.ts.
-- Locks: none, new table.
-- Old program, still running: knows nothing of it.
set local lock_timeout = '2s';
create table dato_correggibile (
  dato   text not null check (dato ~ '^[A-Z0-9_]{1,64}$'),
  n      integer not null,
  aperto boolean not null,
  aiuto  text check (length(aiuto) between 1 and 500),
  chi    text not null,
  quando timestamptz not null,
  primary key (dato, n)
);
comment on table dato_correggibile is 'changes of the ministry''s to the data that may be corrected; the last of a datum holds';
comment on column dato_correggibile.dato is 'decode table 57';
grant select, insert on dato_correggibile to anpr_web;
grant select on dato_correggibile to anpr_job;
