-- A convivenza's head is told in three ways (italia/anpr #360): he lives in it (member of tie 2, and named), lives
-- elsewhere in the comune or outside (only named), or is simply its member of tie 1. A named one is found by the
-- comune's id, else by codice fiscale; who is not in the register stays in dati. The same holds for a family's tutore.
update gruppo set responsabile_id = r.id
  from (
    select g.id as gruppo_id,
           case when g.responsabile then coalesce(min(p.id), min(c.id)) else min(m.id) end as id
      from ingresso_gruppo g
      left join ingresso_chiave p on p.locale = g.responsabile_locale
      left join ingresso_chiave c on c.codice_fiscale = g.responsabile_cf
      left join ingresso_chiave m on m.gruppo_id = g.id and m.legame = 1 and g.genere = 'C'
     where g.responsabile or g.genere = 'C'
     group by g.id, g.responsabile
  ) r
 where gruppo.id = r.gruppo_id and r.id is not null
