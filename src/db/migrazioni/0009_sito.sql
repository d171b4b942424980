-- Why:   the guidelines for public sites (PORTALE.md 4) ask three things of the site itself: say how it is used, let people
--        say how clear a page is, let them report what they cannot reach. None of the three says who: no address, no
--        agent, no cookie; only the e-mail that somebody leaves for an answer.
-- Locks: none: new tables.
-- Old program, still running: knows nothing of them.
create table visita (
  giorno date not null,
  rotta  text not null constraint visita_rotta_breve check (char_length(rotta) <= 200),
  quante integer not null constraint visita_qualcuna check (quante > 0),
  primary key (giorno, rotta)
);
comment on table visita is 'how often a public page was opened on a day; rotta is the route''s pattern, several processes add up';

create table valutazione (
  id     uuid primary key,
  giorno date not null,
  rotta  text not null constraint valutazione_rotta_breve check (char_length(rotta) <= 200),
  stelle smallint not null constraint valutazione_stelle check (stelle between 1 and 5),
  esito  text not null generated always as (case when stelle >= 4 then 'bene' else 'male' end) stored,
  constraint valutazione_con_esito unique (id, esito)
);
comment on table valutazione is 'how clear a page was to somebody, first step; counts also where the second never comes';
comment on column valutazione.id is 'known only to who gave the stars: opens the second step';
create index valutazione_per_giorno on valutazione (giorno, rotta, stelle);

create table valutazione_dettaglio (
  valutazione uuid primary key,
  esito       text not null,
  giorno      date not null,
  scelta      text not null,
  testo       text constraint valutazione_testo_breve check (char_length(testo) between 1 and 200),
  constraint dettaglio_della_valutazione foreign key (valutazione, esito) references valutazione (id, esito)
);
comment on table valutazione_dettaglio is 'second step: what went well (4-5 stars) or was hard (1-3), once a valutazione';
comment on column valutazione_dettaglio.testo is 'emptied a year later by the nightly job';
create index dettaglio_per_giorno on valutazione_dettaglio (giorno, esito, scelta);

create table segnalazione_accessibilita (
  id          bigint generated always as identity primary key,
  riferimento text not null constraint segnalazione_una_volta unique,
  ricevuta    timestamptz not null default now(),
  pagina      text not null constraint segnalazione_pagina check (char_length(pagina) between 1 and 200),
  problema    text not null constraint segnalazione_problema check (char_length(problema) between 1 and 2000),
  tecnologia  text constraint segnalazione_tecnologia check (char_length(tecnologia) between 1 and 200),
  email       text constraint segnalazione_email check (char_length(email) between 3 and 254)
);
comment on table segnalazione_accessibilita is 'what somebody could not use (L. 4/2004); deleted a year later by the nightly job';
comment on column segnalazione_accessibilita.riferimento is 'made from the form and its content: the same form sent twice is one row';

-- The pages write and cannot read back what people wrote.
grant select, insert, update (quante) on visita to anpr_web;
grant insert, select (giorno, rotta, stelle) on valutazione to anpr_web;
grant insert, select (giorno, esito, scelta) on valutazione_dettaglio to anpr_web;
grant insert, select (riferimento, ricevuta) on segnalazione_accessibilita to anpr_web;
-- The night forgets, the office reads.
grant select, update (testo) on valutazione_dettaglio to anpr_job;
grant select, delete on segnalazione_accessibilita to anpr_job;
grant select on visita, valutazione to anpr_job;
