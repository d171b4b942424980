-- Why:   the decode tables of the contract (codes, descriptions, validity, uses), the only truth for values. Written at
--        start from the program's own tables, where their fingerprint differs (anagrafe/decodifiche). And: 27 is no
--        legame of table 5 (EC002), so a scheda may not have it.
-- Locks: new tables: none. ACCESS EXCLUSIVE on scheda for milliseconds: the new check is not validated here, it binds
--        what is written from now on; a later migration validates it without stopping anyone.
-- Old program, still running: does not know the tables. A subentro of its own that brings legame 27 fails whole and is
--        repeated by the new program, which reports EC002 instead.
set local lock_timeout = '2s';

create table decodifica_tabella (
  nome        text not null constraint decodifica_tabella_chiave primary key,
  numero      smallint not null,                                       -- in the contract (7001); 33 covers three
  titolo      text not null,
  fonte       text not null,
  provvisoria boolean not null
);
comment on table decodifica_tabella is 'the decode tables; provvisoria: number or content are not from a published sheet';

create table decodifica (
  tabella     text not null constraint decodifica_di_tabella references decodifica_tabella,
  codice      text not null,
  descrizione text not null,
  ordine      smallint not null,                                       -- in which a page offers it
  dal         date,                                                    -- first day of use; null: always
  al          date,                                                    -- last day of use; null: still
  usi         text[] not null,
  verso       text,                                                    -- code of another table that it stands for
  provvisoria boolean not null,
  constraint decodifica_chiave primary key (tabella, codice),
  constraint decodifica_non_al_contrario check (al >= dal)
);
comment on table decodifica is 'codes of the contract; one row a code';
comment on column decodifica.usi is 'what the code may be used for, and where: docs/tables/decode-tables.md';
comment on column decodifica.provvisoria is 'code or wording are ours until the official table can be read';

create table decodifica_caricata (
  unica    boolean not null default true constraint decodifica_caricata_chiave primary key,
  impronta text not null,
  il       timestamptz not null default now(),
  constraint decodifica_caricata_una_riga check (unica)
);
comment on table decodifica_caricata is 'fingerprint of what is loaded: a start that finds its own does nothing';

grant select on decodifica_tabella, decodifica, decodifica_caricata to anpr_web, anpr_job;

alter table scheda drop constraint scheda_legame_ammesso;
alter table scheda add constraint scheda_legame_ammesso check (
  case gruppo_tipo
    when 4 then legame in (1, 2, 3, 9)
    else legame between 1 and 26 or legame in (28, 80, 81, 99)
  end) not valid;
