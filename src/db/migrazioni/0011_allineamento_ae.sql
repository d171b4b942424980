-- Why:   after a change of generalità the codice fiscale is asked of the Anagrafe tributaria. The register does not wait for
--        it: the question is written with the change and answered later, by an operation of its own. Former codes stay in
--        the chain of effects; two indexes find the person by them.
-- Locks: effetto, for the building of two partial indexes over few rows; the table is new.
-- Old program, still running: asks nothing and knows nothing of the table.
set local lock_timeout = '2s';
create table allineamento_ae (
  id        bigint generated always as identity primary key,
  scheda_id bigint not null,
  op_id     bigint not null references operazione,
  gestione  text not null check (gestione in ('valida', 'attribuisci', 'omocodice')),
  stato     text not null default 'attesa' check (stato in ('attesa', 'applicata', 'conforme', 'da rivedere', 'decaduta')),
  tentativi integer not null default 0,
  prossimo  timestamptz not null,
  esito     text,
  risposta  json,
  risposta_op_id bigint references operazione,
  creata    timestamptz not null,
  chiusa    timestamptz
);
comment on table allineamento_ae is 'what is asked of the Anagrafe tributaria and what it answered; never lost, whatever happens to it';
comment on column allineamento_ae.stato is 'attesa: to be asked; conforme: nothing to change; da rivedere: the comune must see to it; decaduta: asked again or the registration annulled';
comment on column allineamento_ae.prossimo is 'not asked before; while it is being asked, when it is asked again if nobody comes back';
comment on column allineamento_ae.esito is 'outcome, or what hindered the last attempt';
create index allineamento_ae_attesa on allineamento_ae (prossimo) where stato = 'attesa';
create index allineamento_ae_scheda on allineamento_ae (scheda_id);
create index effetto_codice_fiscale on effetto ((dopo ->> 'codice_fiscale')) where sezione = 'codiceFiscale' and tipo = 'S';
create index effetto_codice_fiscale_base on effetto ((base ->> 'codice_fiscale')) where sezione = 'codiceFiscale' and tipo = 'S';
grant select, insert on allineamento_ae to anpr_web, anpr_job;
grant update on allineamento_ae to anpr_job;
