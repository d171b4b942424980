-- From the waiting tables into the register, set by set, in the fornitura's own transaction. $1 operazione, $2 comune.
-- A convivenza's head is told in three ways (italia/anpr #360): he lives in it (member of tie 2, and named), lives
-- elsewhere in the comune or outside (only named), or is simply its member of tie 1. A named one is found by the
-- comune's id, else by codice fiscale; who is not in the register stays in dati.
insert into gruppo (id, tipo, comune_id, origine, motivo, specie, denominazione, coabitante, responsabile_id, op_base, dati)
select g.id, g.tipo, $2, g.origine, g.motivo, g.specie, g.denominazione, g.coabitante,
       case when g.responsabile then coalesce(p.id, c.id) when g.genere = 'C' then r.id end, $1, g.dati
  from ingresso_gruppo g
  left join ingresso_persona p on p.locale = g.responsabile_locale
  left join (select codice_fiscale, min(id) as id from ingresso_chiave group by codice_fiscale) c
    on c.codice_fiscale = g.responsabile_cf
  left join (select gruppo_id, min(id) as id from ingresso_chiave where legame = 1 group by gruppo_id) r
    on r.gruppo_id = g.id
