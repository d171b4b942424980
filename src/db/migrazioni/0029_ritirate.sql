-- Why:   the figures of a territory tell which requests were withdrawn; of the whole country they looked at each request's history.
-- Locks: richiesta_mossa against writing while its few withdrawals are indexed (a second for a million of moves).
-- Old program, still running: as before.
set local lock_timeout = '2s';
create index richiesta_ritirata on richiesta_mossa (richiesta_id) where mossa = 'ritira';
