insert into scheda (
  id, id_anpr, registro, comune_id, codice_fiscale, cf_validita, cognome, nome, cognome_ricerca, nome_ricerca, sesso,
  nascita, nascita_precisa, nascita_comune_id, nascita_stato, gruppo_id, gruppo_tipo, legame, progressivo,
  ingresso_dal, legame_dal, residenza_dal, iscritto_dal, motivo_iscrizione, aggiornata_il, stato_civile,
  certificabile, senza_fissa_dimora, padre_id, madre_id, op_base, dati)
select
  s.id, s.id_anpr, s.registro::"char", $2, s.codice_fiscale, s.cf_validita, s.cognome, s.nome, s.cognome_ricerca,
  s.nome_ricerca, s.sesso::"char", s.nascita, s.nascita_precisa::"char", s.nascita_comune_id, s.nascita_stato,
  f.id, f.tipo,
  case when s.legame = 1 and i.id <> s.id then null else s.legame end,
  s.progressivo, s.ingresso_dal, s.legame_dal, s.residenza_dal, s.iscritto_dal, s.motivo_iscrizione, s.aggiornata_il,
  s.stato_civile, s.certificabile, s.senza_fissa_dimora, padre.id, madre.id, $1,
  case when s.legame = 1 and i.id <> s.id
    then (s.dati::jsonb || jsonb_build_object('inviato', coalesce(s.dati::jsonb -> 'inviato', '{}') || '{"codiceLegame": "1"}'))::json
    else s.dati end
  from ingresso_scheda s
  left join ingresso_famiglia f on f.genere = s.gruppo_genere and f.locale = s.gruppo_locale
  left join ingresso_intestatario i on i.gruppo_id = f.id and i.quanti > 1
  left join ingresso_persona padre on padre.locale = s.padre_locale
  left join ingresso_persona madre on madre.locale = s.madre_locale
