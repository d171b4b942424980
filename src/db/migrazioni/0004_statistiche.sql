-- Why:   the midnight snapshot: portal figures, trends and open data read only this.
-- Locks: none: new table.
-- Old program, still running: knows nothing of it.
create table conteggio (
  giorno     date not null,
  comune_id  integer not null references comune,
  stato      text not null check (stato in ('in', 'pianificato', 'non_in')),
  residenti  integer not null,
  aire       integer not null,
  famiglie   integer not null,
  convivenze integer not null,
  primary key (giorno, comune_id)
);
comment on table conteggio is 'per day and active comune: the register as it stood at the midnight that opens the day, Europe/Rome';
grant select on conteggio to anpr_web, anpr_job;
grant insert, delete on conteggio to anpr_job;
