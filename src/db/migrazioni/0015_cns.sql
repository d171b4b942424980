-- Why:   a CNS is believed when its certificate comes from an issuer of the national list and is not among those that the
--        issuer revoked. Both lists are loaded by a job, so that a login asks one row and no other system.
-- Locks: none: new tables.
-- Old program, still running: knows nothing of them.
create table cns_emittente (
  impronta    bytea primary key constraint cns_emittente_impronta check (octet_length(impronta) = 32),
  nome        text not null,
  certificato bytea not null,
  caricato    timestamptz not null,
  tolto       timestamptz
);
comment on table cns_emittente is 'authorities whose cards are believed; several may bear one name, the digest of the certificate tells them apart';
comment on column cns_emittente.tolto is 'no longer in the list since; its cards are refused';

create table cns_elenco (
  id         integer generated always as identity primary key,
  emittente  bytea not null references cns_emittente,
  indirizzo  text not null constraint cns_elenco_indirizzo check (char_length(indirizzo) <= 500),
  chiesto    timestamptz not null,
  tentato    timestamptz,
  guasto     text,
  emesso     timestamptz,
  prossimo   timestamptz,
  quante     integer,
  constraint cns_elenco_una_volta unique (emittente, indirizzo)
);
comment on table cns_elenco is 'lists of revoked cards (CRL): known from the first card that names one, or from a file';
comment on column cns_elenco.indirizzo is 'where the card says that it is; file: and a name: laid beside the issuers, holds for all cards of the issuer';
comment on column cns_elenco.emesso is 'thisUpdate of the list that is loaded; prossimo: nextUpdate; null: none loaded yet';
comment on column cns_elenco.guasto is 'why the last attempt failed; null: it did not';

create table cns_revoca (
  elenco  integer not null references cns_elenco on delete cascade,
  seriale text not null,
  primary key (elenco, seriale)
);
comment on table cns_revoca is 'serial numbers of revoked or suspended cards, hexadecimal as Node writes them';

grant select on cns_emittente, cns_elenco, cns_revoca to anpr_web;
grant insert (emittente, indirizzo, chiesto) on cns_elenco to anpr_web;
grant select, insert, update on cns_emittente, cns_elenco to anpr_job;
grant select, insert, delete on cns_revoca to anpr_job;
