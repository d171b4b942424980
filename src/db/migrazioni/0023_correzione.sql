-- Why:   a request closes by itself when the register is corrected another way: a job reads the journal on from where it was
--        last, and looks at the requests that are open on the schede that changed. Beside `op_id`, up to which it has read,
--        stands what it saw last: the number that the next operation will have passed, and the transactions that were then
--        writing operations. Numbers are given before they are committed: only when those are over nothing below is missing.
-- Locks: SHARE on richiesta_dato for the index, short: few rows.
-- Old program, still running: knows nothing of them.
set local lock_timeout = '2s';
create table richiesta_lettura (
  uno      boolean primary key default true check (uno),
  op_id    bigint not null,
  prossimo bigint not null,
  attesi   text[] not null
);
comment on table richiesta_lettura is 'how far the journal was read for open requests; one row';
insert into richiesta_lettura (op_id, prossimo, attesi) select coalesce(max(id), 0), coalesce(max(id), 0), '{}' from operazione;
create index richiesta_dato_di_scheda on richiesta_dato (scheda_id);
grant select, update on richiesta_lettura to anpr_job;
grant select on richiesta_lettura to anpr_web;
