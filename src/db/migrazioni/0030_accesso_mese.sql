-- Why:   a month whose partition was not made in time (a clock that was wrong, a long stop) could not be made any more: its rows lay
--        in accesso_altro, and every night failed at it before it came to anything else. Now they move.
-- Locks: none, a function; when it has rows to move, accesso as long as that takes.
-- Old program, still running: calls the new function.
set local lock_timeout = '2s';
create or replace function accesso_mese(giorno date) returns void language plpgsql security definer set search_path = public as $$
declare
  da timestamptz := date_trunc('month', giorno); a timestamptz := date_trunc('month', giorno) + interval '1 month';
  nome text := 'accesso_' || to_char(giorno, 'YYYY_MM');
begin
  if to_regclass(nome) is not null then return; end if;
  if not exists (select from accesso_altro where avvenuto >= da and avvenuto < a) then
    execute format('create table %I partition of accesso for values from (%L) to (%L)', nome, da, a);
    return;
  end if;
  lock table accesso_altro in access exclusive mode;
  execute format('create table %I (like accesso including all excluding identity)', nome);
  execute format('with tolte as (delete from accesso_altro where avvenuto >= %L and avvenuto < %L returning *)
                  insert into %I select * from tolte', da, a, nome);
  execute format('alter table accesso attach partition %I for values from (%L) to (%L)', nome, da, a);
end $$;
