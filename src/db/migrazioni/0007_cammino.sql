-- Why:   a comune's road into ANPR has more steps than its plan (PORTALE.md 1), and a snapshot of a past day must find
--        what was known then: so the road is kept in versions, each whole, and the newest counts. The snapshot itself
--        learns the day of entry, the planned day and the people still outside, and has a row of its own. Region and
--        province as of the day, and the place by name, stand in each of its rows: to look them up and to compare 7,900
--        names took longer than all else that a page does.
-- Locks: comune_piano and conteggio, while the rows of the days counted so far are filled in: milliseconds a day.
-- Old program, still running: its nightly count fails (comune_piano is gone) and is taken by the new one; its pages go on.
set local lock_timeout = '2s';
create table comune_cammino (
  id               bigint generated always as identity primary key,
  comune_id        integer not null references comune,
  scritto          timestamptz not null,
  chi              text not null,
  censimento       date,
  carte_spedite    date,
  carte_ritirate   date,
  abilitato        date,
  presubentro      date,
  prima            date,
  ultima           date,
  preferita        date,
  subentrato       date,
  residenti        integer check (residenti >= 0),
  aire             integer check (aire >= 0),
  constraint cammino_finestra check (prima <= ultima and preferita between coalesce(prima, preferita) and coalesce(ultima, preferita))
);
comment on table comune_cammino is 'a comune''s road into ANPR, in versions: the newest of a comune counts, the others tell what was known on a day';
comment on column comune_cammino.censimento is 'users and workstations registered';
comment on column comune_cammino.carte_spedite is 'smart cards sent to the prefettura; carte_ritirate: collected by the comune';
comment on column comune_cammino.prima is 'with ultima: window of the subentro; preferita: the day that the comune asks for, another thing (italia/anpr #2534)';
comment on column comune_cammino.subentrato is 'day of entry as told by who knew it; without it the day of the baseline operation';
comment on column comune_cammino.residenti is 'with aire: how many people it says it will bring';
create index cammino_di_comune on comune_cammino (comune_id, id desc);
insert into comune_cammino (comune_id, scritto, chi, presubentro, prima, ultima, preferita)
  select comune_id, now(), 'migrazione 0007', presubentro, prima, ultima, preferita from comune_piano;
drop table comune_piano;

create table istantanea (
  giorno    date primary key,
  versione  bigint generated always as identity,
  scattata  timestamptz not null default now(),
  fino_a    bigint not null
);
comment on table istantanea is 'one row a counted day; versione changes whenever the day is counted again';
comment on column istantanea.fino_a is 'number of the last operation that it counts';
insert into istantanea (giorno, fino_a)
  select giorno, coalesce((select max(id) from operazione where registrata < giorno::timestamp at time zone 'Europe/Rome'), 0)
    from (select distinct giorno from conteggio) g;
alter table conteggio
  add column regione          text,
  add column provincia        text,
  add column ordine           integer,
  add column ingresso         date,
  add column per_variazione   boolean not null default false,
  add column persone_dal      date,
  add column previsto         date,
  add column attesi_residenti integer not null default 0,
  add column attesi_aire      integer not null default 0,
  drop constraint conteggio_stato_check,
  add constraint conteggio_stato check (stato in ('in', 'pianificato', 'non_in', 'cessato'));
comment on column conteggio.stato is 'cessato: no longer a comune, without a successor that we know, and people still written under it';
comment on column conteggio.ingresso is 'first day in ANPR; per_variazione: because all the comuni that it was made of were in';
comment on column conteggio.regione is 'with provincia: where the comune stood on the day';
comment on column conteggio.ordine is 'place by name in the Italian alphabet, then by province: a page of a list is found without comparing names';
comment on column conteggio.persone_dal is 'since when its people are in ANPR: trends count by it, since a merger brings nobody in';
comment on column conteggio.previsto is 'preferred day, else the first of the window; may be past while the window is open';
comment on column conteggio.attesi_residenti is 'people of a comune not in, or not wholly: those not yet in the register';
update conteggio c set regione = p.regione, provincia = p.provincia, ordine = p.ordine
  from (select c.giorno, c.comune_id, p.regione, p.provincia,
               row_number() over (partition by c.giorno order by p.nome collate "it-x-icu", p.provincia) as ordine
          from conteggio c
          join comune_periodo p on p.comune = c.comune_id and p.dal <= c.giorno and (p.al is null or p.al >= c.giorno)) p
 where p.giorno = c.giorno and p.comune_id = c.comune_id;
alter table conteggio
  alter column regione set not null,
  alter column provincia set not null,
  alter column ordine set not null;
update conteggio c set ingresso = o.decorrenza, persone_dal = o.decorrenza
  from fornitura f join operazione o on o.id = f.op_id
 where f.comune_id = c.comune_id and f.stato = 'conclusa' and not f.prova and c.stato = 'in';

grant select on comune_cammino, istantanea to anpr_web, anpr_job;
grant insert on comune_cammino to anpr_job;
grant insert, delete on istantanea to anpr_job;
-- The snapshot waits for versions that are just being committed: that lock wants MAINTAIN.
grant maintain on comune_cammino to anpr_job;
