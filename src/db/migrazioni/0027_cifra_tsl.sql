-- Why:   one way to encrypt what lies in the database, and one folder of keys: a ciphertext tells its key itself
--        (src/db/cifra.ts). Rows that name a key beside are of before and stay as they are; they go within 24 months.
--        Authorities for cards come from the state's trust list too: each row says from which edition.
-- Locks: ACCESS EXCLUSIVE on saml_traccia with its months and on cns_emittente, for milliseconds.
-- Old program, still running: goes on writing rows with the name of its key, which the new one reads; its own `bin/anpr saml`
--        fails at rows of the new one. It takes authorities that are not in its folder out of the list; the new one's next
--        reading, within a day, puts them back.
set local lock_timeout = '2s';
alter table saml_traccia alter column chiave drop not null;
comment on column saml_traccia.chiave is 'of rows before migration 27: name of the key in the file chiavi/saml';
comment on column saml_traccia.dati is 'the deflated message, encrypted (src/db/cifra.ts); where chiave is not null: 12 bytes of nonce, 16 of tag, ciphertext';
alter table cns_emittente add column tsl integer;
comment on column cns_emittente.tsl is 'number of the trust list that names it; null: it lies in the folder';
