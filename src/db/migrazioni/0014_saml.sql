-- Why:   citizens come in with SPID and CIE. The federations' registries say who may vouch for them; a login that was
--        begun is answered once; every AuthnRequest with what answered it is kept for 24 months (DPCM 24/10/2014 art. 13),
--        encrypted by the program, and the pages that write it cannot read it back.
-- Locks: none: new tables.
-- Old program, still running: knows nothing of them.
create table saml_fornitore (
  federazione text not null constraint saml_fornitore_federazione check (federazione in ('spid', 'cie')),
  entity_id   text not null,
  sigla       text not null,
  nome        text not null,
  sso         text not null,
  slo         text,
  certificati text[] not null constraint saml_fornitore_certificato check (cardinality(certificati) > 0),
  eidas       boolean not null default false,
  letto       timestamptz not null,
  primary key (federazione, entity_id),
  constraint saml_fornitore_sigla unique (federazione, sigla)
);
comment on table saml_fornitore is 'identity providers: the last good copy of a federation''s registry';
comment on column saml_fornitore.sigla is 'names it in our addresses';
comment on column saml_fornitore.certificati is 'all its signing certificates, DER in base64';
comment on column saml_fornitore.eidas is 'the national node for people of other states: no codice fiscale';

create table saml_richiesta (
  id          text primary key,
  federazione text not null,
  fornitore   text not null,
  chiesta     timestamptz not null,
  scade       timestamptz not null,
  livello     smallint not null constraint saml_richiesta_livello check (livello between 1 and 3),
  browser     text not null,
  risposte    integer not null default 0,
  consumata   timestamptz
);
comment on table saml_richiesta is 'a login that was begun; answered once, forgotten the next day';
comment on column saml_richiesta.id is 'ID of the AuthnRequest';
comment on column saml_richiesta.browser is 'what binds it to the browser that began it: a digest, not the cookie';
create index saml_richiesta_scade on saml_richiesta (scade);

create table saml_traccia (
  avvenuta     timestamptz not null,
  federazione  text not null,
  tipo         "char" not null constraint saml_traccia_tipo check (tipo in ('Q', 'R')),
  richiesta    text not null,
  fornitore    text not null,
  esito        text,
  risposta     text,
  istante      text,
  emittente    text,
  asserzione   text,
  soggetto     text,
  qualificatore text,
  chiave       text not null,
  dati         bytea not null constraint saml_traccia_breve check (octet_length(dati) <= 110000)
) partition by range (avvenuta);
comment on table saml_traccia is 'AuthnRequests (Q) and what answered them (R), 24 months; the messages are encrypted with a key that is not in the database';
comment on column saml_traccia.esito is 'of an answer: taken, or the number of the check that refused it (docs/tables/saml-checks.md)';
comment on column saml_traccia.chiave is 'id of the key in the key file';
comment on column saml_traccia.dati is 'AES-256-GCM: 12 bytes of nonce, 16 of tag, the deflated message';
create index saml_traccia_richiesta on saml_traccia (richiesta);
create index saml_traccia_risposta on saml_traccia (risposta) where risposta is not null;
create index saml_traccia_avvenuta on saml_traccia using brin (avvenuta);
create table saml_traccia_altro partition of saml_traccia default;
comment on table saml_traccia_altro is 'rows of a month whose partition was not made in time';

-- Months are made ahead, and dropped once the whole month is older than 24.
create function saml_traccia_mesi(oggi date) returns void language plpgsql security definer set search_path = public as $$
declare da date; nome text; vecchia record;
begin
  for da in select (date_trunc('month', oggi) + n * interval '1 month')::date from generate_series(0, 2) n loop
    nome := 'saml_traccia_' || to_char(da, 'YYYY_MM');
    if to_regclass(nome) is null then
      execute format('create table %I partition of saml_traccia for values from (%L) to (%L)', nome, da, da + interval '1 month');
    end if;
  end loop;
  for vecchia in select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
                  where i.inhparent = 'saml_traccia'::regclass and c.relname ~ '^saml_traccia_\d{4}_\d\d$'
                    and to_date(right(c.relname, 7), 'YYYY_MM') + interval '25 months' <= oggi loop
    execute format('drop table %I', vecchia.relname);
  end loop;
  delete from saml_traccia_altro where avvenuta < oggi - interval '25 months';
end $$;
select saml_traccia_mesi(current_date);

create function saml_traccia_scrivi(avvenuta timestamptz, federazione text, tipo text, richiesta text, fornitore text,
  esito text, risposta text, istante text, emittente text, asserzione text, soggetto text, qualificatore text,
  chiave text, dati bytea) returns void language sql security definer set search_path = public as $$
  insert into saml_traccia values ($1, $2, $3::"char", $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
$$;

create table saml_conteggio (
  giorno      date not null,
  federazione text not null,
  esito       text not null constraint saml_conteggio_breve check (char_length(esito) <= 20),
  quante      integer not null,
  primary key (giorno, federazione, esito)
);
comment on table saml_conteggio is 'answers a day: taken, or refused by which check; also those of which nothing is kept';

revoke execute on function saml_traccia_mesi, saml_traccia_scrivi from public;
grant execute on function saml_traccia_scrivi to anpr_web;
grant execute on function saml_traccia_mesi to anpr_job;
grant select on saml_fornitore to anpr_web, anpr_job;
grant insert, update, delete on saml_fornitore to anpr_job;
grant select, insert, update (risposte, consumata) on saml_richiesta to anpr_web;
grant select, delete on saml_richiesta to anpr_job;
grant select, insert, update (quante) on saml_conteggio to anpr_web;
grant select on saml_conteggio to anpr_job;
