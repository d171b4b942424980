-- Why:   a midnight is counted as the sum of movements registered before it, since operations change schede in place. The
--        comuni that are in already get the movements of their baselines: no operation is older than 0010, so their schede
--        are still as they came in. Sums of a few days are kept, so that a night adds up one day and not ten years.
-- Locks: scheda and gruppo, ACCESS EXCLUSIVE, while two indexes that nothing reads any more are dropped: milliseconds,
--        after a count of some seconds at sixty million schede.
-- Old program, still running: counts as before, more slowly; a comune must not enter by it, since it would write no
--        movements of its baseline.
set local lock_timeout = '2s';
insert into movimento (op_id, comune_id, giorno, registro, evento, persone, famiglie, convivenze)
select o.id, o.comune_id, (o.registrata at time zone 'Europe/Rome')::date, c.registro, 'subentro', sum(c.persone), sum(c.famiglie), sum(c.convivenze)
  from operazione o
  join (select op_base, registro, count(*) as persone, 0 as famiglie, 0 as convivenze from scheda
         where stato = 'A' group by op_base, registro
        union all
        select op_base, case tipo when 5 then 'E' else 'R' end::"char", 0, count(*) filter (where tipo <> 4), count(*) filter (where tipo = 4)
          from gruppo where aperto group by op_base, tipo) c on c.op_base = o.id
 where o.servizio = 'subentro'
 group by o.id, o.comune_id, o.registrata, c.registro;
drop index scheda_conteggio, gruppo_di_comune;

create table somma (
  giorno     date not null,
  comune_id  integer not null,
  residenti  integer not null,
  aire       integer not null,
  famiglie   integer not null,
  convivenze integer not null,
  primary key (giorno, comune_id)
);
comment on table somma is 'sums of movimento up to the midnight that opens the day, of some days: where the count of a later one begins';
grant select, insert, delete on somma to anpr_job;
-- A register that was filled at once must be analyzed before it is worked in: operations take three times as long until then.
grant maintain on scheda, gruppo, unione to anpr_job;

-- Whoever registers on a day that has been summed up already (the demo does, and a transaction of more than a day would)
-- makes the sums after it stale: they are made again from what is left.
create function somma_superata() returns trigger language plpgsql security definer set search_path = public as $$
begin
  delete from somma where giorno > (select min(giorno) from nuovi);
  return null;
end $$;
create trigger somma_superata after insert on movimento referencing new table as nuovi
  for each statement execute function somma_superata();
