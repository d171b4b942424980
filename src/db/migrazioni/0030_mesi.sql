-- Why:   a month whose partition was not made in time (a clock that was wrong, a long stop) could not be made any more: its rows lay
--        in the default partition, and every night failed at it before it came to anything else. Now they move.
-- Locks: none, functions; when there are rows to move, the table as long as that takes.
-- Old program, still running: calls the new functions.
set local lock_timeout = '2s';

-- The partition of a table for the month of a day, with what its default partition (<table>_altro) has of that month.
create function crea_mese(tabella text, istante text, giorno date) returns void language plpgsql security definer set search_path = public as $$
declare
  da timestamptz := date_trunc('month', giorno); a timestamptz := date_trunc('month', giorno) + interval '1 month';
  nome text := tabella || '_' || to_char(giorno, 'YYYY_MM'); resto text := tabella || '_altro';
  ritardo boolean;
begin
  if to_regclass(nome) is not null then return; end if;
  execute format('select exists (select from %I where %I >= %L and %2$I < %4$L)', resto, istante, da, a) into ritardo;
  if not ritardo then
    execute format('create table %I partition of %I for values from (%L) to (%L)', nome, tabella, da, a);
    return;
  end if;
  execute format('lock table %I in access exclusive mode', resto);
  execute format('create table %I (like %I including all excluding identity)', nome, tabella);
  execute format('with tolte as (delete from %I where %I >= %L and %2$I < %4$L returning *) insert into %5$I select * from tolte',
                 resto, istante, da, a, nome);
  execute format('alter table %I attach partition %I for values from (%L) to (%L)', tabella, nome, da, a);
end $$;
revoke execute on function crea_mese from public;

create or replace function accesso_mese(giorno date) returns void language sql security definer set search_path = public as $$
  select crea_mese('accesso', 'avvenuto', giorno)
$$;

create or replace function saml_traccia_mesi(oggi date) returns void language plpgsql security definer set search_path = public as $$
declare vecchia record;
begin
  perform crea_mese('saml_traccia', 'avvenuta', (oggi + n * interval '1 month')::date) from generate_series(0, 2) n;
  for vecchia in select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
                  where i.inhparent = 'saml_traccia'::regclass and c.relname ~ '^saml_traccia_\d{4}_\d\d$'
                    and to_date(right(c.relname, 7), 'YYYY_MM') + interval '25 months' <= oggi loop
    execute format('drop table %I', vecchia.relname);
  end loop;
  delete from saml_traccia_altro where avvenuta < oggi - interval '25 months';
end $$;
