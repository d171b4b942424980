-- From the waiting table into the register. $1 operazione, $2 comune. A family has at most one head: the first one
-- sent; the others keep their tie in dati.
insert into scheda (
  id, id_anpr, registro, comune_id, codice_fiscale, cf_validita, cognome, nome, cognome_ricerca, nome_ricerca, sesso,
  nascita, nascita_precisa, nascita_comune_id, nascita_stato, gruppo_id, gruppo_tipo, legame, progressivo,
  ingresso_dal, legame_dal, residenza_dal, iscritto_dal, motivo_iscrizione, aggiornata_il, stato_civile,
  certificabile, senza_fissa_dimora, padre_id, madre_id, op_base, dati)
select
  s.id, s.id_anpr, s.registro::"char", $2, s.codice_fiscale, s.cf_validita, s.cognome, s.nome, s.cognome_ricerca,
  s.nome_ricerca, s.sesso::"char", s.nascita, s.nascita_precisa::"char", s.nascita_comune_id, s.nascita_stato,
  k.gruppo_id, k.gruppo_tipo,
  case when i.gruppo_id is not null then null else s.legame end,
  s.progressivo, s.ingresso_dal, s.legame_dal, s.residenza_dal, s.iscritto_dal, s.motivo_iscrizione, s.aggiornata_il,
  s.stato_civile, s.certificabile, s.senza_fissa_dimora, k.padre_id, k.madre_id, $1,
  case when i.gruppo_id is not null
    then (s.dati::jsonb || jsonb_build_object('inviato', coalesce(s.dati::jsonb -> 'inviato', '{}') || '{"codiceLegame": "1"}'))::json
    else s.dati end
  from scheda_qui s
  join chiave_qui k on k.id = s.id and not k.sospesa
  left join (
    select gruppo_id, min(id) as primo, count(*) as quanti
      from (select gruppo_id, gruppo_tipo, legame, id from chiave_qui
            union all select gruppo_id, gruppo_tipo, legame, id from ingresso_chiave where $3) t
     where legame = 1 and gruppo_tipo in (3, 5) group by gruppo_id having count(*) > 1
  ) i on i.gruppo_id = k.gruppo_id and k.legame = 1 and k.id <> i.primo
