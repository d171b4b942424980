-- Why:   whether a database is a demo is written in it when it is created; without the row nothing of a demo exists.
-- Locks: none: new table.
-- Old program, still running: knows nothing of it.
create table demo (
  unica    boolean primary key default true check (unica),
  scala    integer not null check (scala > 0),
  creata   timestamptz not null default now(),
  completa boolean not null default false
);
grant select on demo to anpr_web, anpr_job;
grant update (completa) on demo to anpr_job;
