-- Why:   what an officer no longer reads goes by the job too, not only when somebody opens the next scheda.
-- Locks: none, a grant.
-- Old program, still running: deletes them when the next one is opened, as before.
set local lock_timeout = '2s';
grant select, delete on consultazione to anpr_job;
