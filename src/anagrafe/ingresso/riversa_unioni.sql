-- One row for both partners, where each names the other by the comune's id, or one names the other and the other
-- names nobody; else the partner stays unknown (b_id null). $1 operazione.
insert into unione (tipo, a_id, b_id, ordine, dal, al, op_in)
with nominati as (
  select id, 1 as tipo, coniuge_locale as altro, coniuge_ordine as ordine, coniuge_dal as dal, coniuge_al as al
    from ingresso_chiave where coniuge
  union all
  select id, 2, unito_locale, null, unito_dal, unito_al from ingresso_chiave where unito
  union all
  select id, 3, convivente_locale, null, convivente_dal, convivente_al from ingresso_chiave where convivente
), coppie as (
  select n.*, p.id as b_id, r.id as ricambia_id, r.altro_id as ricambia_altro
    from nominati n
    left join ingresso_persona p on p.locale = n.altro
    left join (select m.id, m.tipo, q.id as altro_id
                 from nominati m left join ingresso_persona q on q.locale = m.altro) r
      on r.id = p.id and r.tipo = n.tipo
)
select tipo, id, case when ricambia_id is null or ricambia_altro = id then b_id end, ordine, dal, al, $1
  from coppie
 where not coalesce(ricambia_altro = id and b_id < id, false)
