-- Territory: regions, provinces, prefetture, comuni with their periods, foreign states and consulates.
--
-- Why: a place of birth, a residence and a certificate are judged by what existed on that day, and ISTAT codes
-- were given out twice (366 of them to more than one comune, by the ministry's archive of 2023). So a comune is
-- an id of our own, and its code, name, province and region are facts of a period. `al` is the last day, null = still.
-- Locks: none worth naming, all tables are new.
-- The old program: there is none before this file.
--
-- Written by anpr_migra alone (`carica` at start, `bin/anpr import comuni`); b-tree keys only: that periods of one
-- comune do not overlap is checked by the code that writes them, before anything is written.

create table regione (
  codice      text not null constraint regione_chiave primary key,   -- ISTAT '01'–'20', 'EX' no longer Italian, '00' not known
  nome        text not null,
  altro_nome  text
);

create table provincia (
  sigla        text not null constraint provincia_chiave primary key,
  codice_istat text not null,
  nome         text not null,
  altro_nome   text,
  regione      text not null constraint provincia_in_regione references regione,
  dal          date not null,
  al           date,
  nata_da      text[] not null default '{}'                          -- where its comuni stood before
);

create table prefettura (
  codice       text not null constraint prefettura_chiave primary key, -- the ministry's, mostly the sigla of its seat
  nome         text not null,
  altro_nome   text
);

create table comune (
  id               integer not null constraint comune_chiave primary key,
  chiave           text not null constraint comune_una_chiave unique,  -- the cadastral code, or what stands for it where there is none
  codice_catastale text constraint comune_un_codice_catastale unique,
  residenti        integer,
  residenti_anno   smallint
);

create table comune_periodo (
  comune                     integer not null constraint periodo_di_comune references comune,
  dal                        date not null,
  al                         date,
  codice_istat               text,                                     -- null: not told by the packages for ended comuni
  nome                       text not null,
  nome_traslitterato         text not null,
  altro_nome                 text,
  altro_nome_traslitterato   text,
  provincia                  text not null constraint periodo_in_provincia references provincia,
  regione                    text not null constraint periodo_in_regione references regione,
  prefettura                 text constraint periodo_in_prefettura references prefettura,
  da_istituire               boolean not null default false,
  cod_denom                  text,                                     -- ISTAT's code of a former name (500–620)
  id_archivio                integer,                                  -- the ministry's id of the row
  constraint comune_periodo_chiave primary key (comune, dal),
  constraint periodo_non_al_contrario check (al is null or al >= dal)
);
create index comune_periodo_istat on comune_periodo (codice_istat, dal);
create index comune_periodo_nome on comune_periodo (nome_traslitterato, provincia);

create table successione (
  prima   integer not null constraint successione_da_comune references comune,
  dopo    integer not null constraint successione_a_comune references comune,
  il      date not null,                                               -- first day of the new order
  fonte   text not null,
  constraint successione_chiave primary key (prima, dopo, il)
);

create table stato (
  id            integer not null constraint stato_chiave primary key,
  nome          text not null,
  codice_istat  text constraint stato_un_codice_istat unique,
  codice_at     text constraint stato_un_codice_at unique,             -- Agenzia delle Entrate, Z###
  codice_iso    text,
  codice_mae    text,
  tipo          text not null,
  dal           date not null,
  al            date,
  cittadinanza  boolean not null,
  nascita       boolean not null,
  residenza     boolean not null,
  in_tabella_2  boolean not null                                       -- stands in ANPR's table of foreign states
);

create table consolato (
  codice       text not null constraint consolato_chiave primary key,
  tipo         text not null,
  sede         text not null,
  stato_mae    text not null
);

create table consolato_competenza (
  codice_istat text not null,                                          -- state or territory of residence
  consolato    text not null constraint competenza_di_consolato references consolato,
  constraint consolato_competenza_chiave primary key (codice_istat, consolato)
);

-- What is loaded, so that a start that finds the same does nothing and never overwrites the ministry's archive.
create table territorio_caricato (
  unico      boolean not null default true constraint territorio_caricato_chiave primary key,
  fonte      text not null constraint territorio_caricato_fonte check (fonte in ('pacchetti', 'archivio')),
  impronta   text not null,                                            -- of what was loaded
  base       text not null,                                            -- of the packages and tables beneath it
  aggiornato date,                                                     -- the archive's own date
  il         timestamptz not null default now(),
  constraint territorio_caricato_una_riga check (unico)
);

grant select on regione, provincia, prefettura, comune, comune_periodo, successione, stato, consolato,
  consolato_competenza, territorio_caricato to anpr_web, anpr_job;
