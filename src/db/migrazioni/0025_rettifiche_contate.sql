-- Why:   the public pages, the ministry and the prefetture say how many corrections were asked for and answered, month by month,
--        also when the requests themselves have been deleted (retention); and who opened rettifica where is kept.
-- Locks: none, new tables.
-- Old program, still running: opens rettifica without writing the history; counts nothing.
set local lock_timeout = '2s';
create table rettifica_mese (
  mese         date not null,
  comune_id    integer not null,
  ricevute     integer not null,
  accolte      integer not null,
  respinte     integer not null,
  irricevibili integer not null,
  ritirate     integer not null,
  nel_mese     integer not null,
  giorni       bigint not null,
  primary key (mese, comune_id),
  constraint rettifica_mese_primo check (extract(day from mese) = 1)
);
comment on table rettifica_mese is 'what happened to requests of correction in a month, up to the last counted midnight; a month that is over is counted no more';
comment on column rettifica_mese.mese is 'first day of the month (Europe/Rome)';
comment on column rettifica_mese.ricevute is 'sent in the month; the others: ended in it, whenever sent';
comment on column rettifica_mese.ritirate is 'ended by the citizen: no answer of the comune';
comment on column rettifica_mese.nel_mese is 'of the answers (accolte, respinte, irricevibili), those given within one month of receipt';
comment on column rettifica_mese.giorni is 'sum of the days that the answers took';
grant select, insert, delete on rettifica_mese to anpr_job;
grant select on rettifica_mese to anpr_web;

create table rettifica_apertura (
  id        bigint generated always as identity primary key,
  comune_id integer not null,
  dal       date not null,
  al        date,
  quando    timestamptz not null,
  chi       text not null
);
comment on table rettifica_apertura is 'who said what of rettifica_aperta and when: a row for each opening and each change of its end, only ever added to';
grant select, insert on rettifica_apertura to anpr_web;
grant select on rettifica_apertura to anpr_job;
