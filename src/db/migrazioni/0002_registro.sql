-- Why:   the register (anagrafe) and who read it (accessi): the tables that subentro fills. Shape and reasons:
--        docs/architecture.md. Constraints are only those that a register must never break; what a comune sent
--        against the rules (no head, no family, doubles) must be storable, it only bars certificates. No foreign keys
--        from schede and gruppi: docs/decisions/.
-- Locks: none: new tables.
-- Old program, still running: knows nothing of them.

-- accessi ---------------------------------------------------------------------------------------------------------
create table accesso (
  id         bigint generated always as identity,
  avvenuto   timestamptz not null default now(),
  ruolo      text not null,
  chi        text not null,
  per_conto  integer,
  finalita   smallint not null,
  servizio   text not null,
  scheda_id  bigint not null
) partition by range (avvenuto);
comment on table accesso is 'who read or changed whose data, when, why, through what; rows are only ever added';
comment on column accesso.chi is 'pseudonymous id of user, software or job; never a codice fiscale';
comment on column accesso.finalita is 'code: src/accessi/finalita.ts';
create index accesso_di_scheda on accesso (scheda_id, avvenuto);
-- No key: rows are numbered by the sequence and never touched again, and recording a read must cost no more than one
-- other write. Minutes are found by brin, which costs a row nothing.
create index accesso_in_ordine on accesso using brin (avvenuto);
create table accesso_altro partition of accesso default;
comment on table accesso_altro is 'rows of a month whose partition was not made in time';

-- Months are made ahead, by the migrations and then every night; retention drops a whole month.
create function accesso_mese(giorno date) returns void language plpgsql security definer set search_path = public as $$
declare da date := date_trunc('month', giorno); nome text := 'accesso_' || to_char(giorno, 'YYYY_MM');
begin
  if to_regclass(nome) is null then
    execute format('create table %I partition of accesso for values from (%L) to (%L)', nome, da, da + interval '1 month');
  end if;
end $$;
select accesso_mese((current_date + n * interval '1 month')::date) from generate_series(0, 2) n;

-- Reading is recording: a query that shows a person calls this in its list of columns, so that both are one statement,
-- one trip to the database, and cannot come apart.
create function accesso_registra(motivo json, scheda bigint) returns boolean
language plpgsql volatile security definer set search_path = public as $$
begin
  insert into accesso (ruolo, chi, per_conto, finalita, servizio, scheda_id)
  values (motivo ->> 'ruolo', motivo ->> 'chi', (motivo ->> 'per_conto')::int, (motivo ->> 'finalita')::smallint,
          motivo ->> 'servizio', scheda);
  return true;
end $$;

-- anagrafe --------------------------------------------------------------------------------------------------------
create table operazione (
  id          bigint generated always as identity primary key,
  servizio    text not null,
  comune_id   integer not null references comune,
  chi         text not null,
  decorrenza  date not null,
  registrata  timestamptz not null,
  dati        json
);
comment on table operazione is 'journal of changes; a subentro is one row, the baseline of all its schede';
comment on column operazione.decorrenza is 'day from which the registration counts';

-- Ids are handed out to loaders in blocks of 1000.
create sequence scheda_blocco;
create sequence gruppo_blocco;

create table gruppo (
  id              bigint primary key,
  tipo            smallint not null check (tipo in (3, 4, 5)),
  comune_id       integer not null,
  aperto          boolean not null default true,
  origine         date,
  motivo          smallint,
  specie          smallint,
  denominazione   text,
  coabitante      boolean,
  responsabile_id bigint,
  op_base         bigint not null,
  dati            json
);
comment on table gruppo is 'famiglia (3), convivenza (4), famiglia AIRE (5): one series of ids';
comment on column gruppo.responsabile_id is 'scheda of the responsabile or tutore, where he is in the register; else he is in dati';
create index gruppo_di_comune on gruppo (comune_id, tipo, op_base) where aperto;

create table scheda (
  id                bigint primary key,
  id_anpr           text not null,
  stato             "char" not null default 'A' check (stato in ('A', 'C', 'X')),
  registro          "char" not null check (registro in ('R', 'E')),
  comune_id         integer not null,
  codice_fiscale    text,
  cf_validita       smallint,
  cognome           text,
  nome              text,
  cognome_ricerca   text,
  nome_ricerca      text,
  sesso             "char" not null check (sesso in ('M', 'F', 'N')),
  nascita           date not null,
  nascita_precisa   "char" not null check (nascita_precisa in ('G', 'M', 'A')),
  nascita_comune_id integer,
  nascita_stato     text,
  gruppo_id         bigint,
  gruppo_tipo       smallint,
  legame            smallint,
  progressivo       smallint,
  ingresso_dal      date,
  legame_dal        date,
  residenza_dal     date,
  iscritto_dal      date,
  motivo_iscrizione smallint,
  aggiornata_il     date,
  stato_civile      smallint,
  certificabile     smallint check (certificabile between 0 and 4),
  senza_fissa_dimora boolean,
  padre_id          bigint,
  madre_id          bigint,
  teste             json,
  op_base           bigint not null,
  dati              json not null,
  constraint scheda_gruppo_con_tipo check ((gruppo_id is null) = (gruppo_tipo is null)),
  constraint scheda_legame_ammesso check (
    case gruppo_tipo
      when 4 then legame in (1, 2, 3, 9)
      else legame between 1 and 28 or legame in (80, 81, 99)
    end)
);
comment on table scheda is 'one row a person: the present state. What the columns do not hold is in dati, as typed in contratto/';
comment on column scheda.id is 'idSchedaSoggettoANPR';
comment on column scheda.id_anpr is 'identificativo unico nazionale; form and check character are ours, provisional';
comment on column scheda.stato is 'A attiva, C cancellata, X annullata';
comment on column scheda.registro is 'R resident (APR), E abroad (AIRE)';
comment on column scheda.codice_fiscale is 'not unique: doubles exist and are listed in duplicato';
comment on column scheda.cognome_ricerca is 'as searched: capitals, without accents';
comment on column scheda.nascita_precisa is 'G day known, M month and year, A only the year (then the date is its first day)';
comment on column scheda.teste is 'section -> decorrenza and operation, only of sections changed after the baseline';
create unique index scheda_id_anpr on scheda (id_anpr);
create index scheda_codice_fiscale on scheda (codice_fiscale) where codice_fiscale is not null;
create index scheda_nome on scheda (comune_id, cognome_ricerca, nome_ricerca);
create index scheda_gruppo on scheda (gruppo_id) where gruppo_id is not null;
create unique index scheda_un_intestatario on scheda (gruppo_id) where legame = 1 and stato = 'A' and gruppo_tipo in (3, 5);
create index scheda_genitori on scheda (padre_id) where padre_id is not null;
create index scheda_madre on scheda (madre_id) where madre_id is not null;
create index scheda_conteggio on scheda (comune_id, registro, op_base) where stato = 'A';

create table unione (
  id      bigint generated always as identity primary key,
  tipo    smallint not null check (tipo in (1, 2, 3)),
  a_id    bigint not null,
  b_id    bigint,
  ordine  smallint,
  dal     date,
  al      date,
  motivo_fine smallint,
  op_in   bigint not null,
  op_out  bigint
);
comment on table unione is 'matrimonio (1), unione civile (2), convivenza di fatto (3): one row for both partners; b_id null: not joined';
create index unione_a on unione (a_id);
create index unione_b on unione (b_id) where b_id is not null;

create table id_comune (
  comune_id integer not null,
  tipo      "char" not null check (tipo in ('S', 'G')),
  locale    text not null,
  oggetto   bigint not null,
  dal       date not null,
  al        date,
  primary key (comune_id, tipo, locale, oggetto)
);
comment on table id_comune is 'ids that a comune gave to a scheda (S) or a gruppo (G); for families not unique';

create table duplicato (
  id      bigint generated always as identity primary key,
  a_id    bigint not null,
  b_id    bigint not null,
  codice  text not null,
  aperto  date not null,
  chiuso_da bigint,
  constraint duplicato_ordinato check (a_id < b_id),
  constraint duplicato_unico unique (a_id, b_id, codice)
);
create index duplicato_b on duplicato (b_id);

grant select on operazione, gruppo, scheda, unione, id_comune, duplicato, accesso to anpr_web, anpr_job;
grant insert on operazione, gruppo, scheda, unione, id_comune, duplicato to anpr_job;
grant update (responsabile_id) on gruppo to anpr_job;
grant usage on scheda_blocco, gruppo_blocco, operazione_id_seq to anpr_job;
-- The snapshot waits for operations that are just being committed: that lock wants MAINTAIN.
grant maintain on operazione to anpr_job;
revoke execute on function accesso_mese, accesso_registra from public;
grant execute on function accesso_registra to anpr_web, anpr_job;
grant execute on function accesso_mese to anpr_job;
