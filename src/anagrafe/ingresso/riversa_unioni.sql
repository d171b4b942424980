-- One row for both partners, where each names the other by the comune's id, or one names the other and the other
-- names nobody; else the partner stays unknown (b_id null). $1 operazione.
insert into unione (tipo, a_id, b_id, ordine, dal, al, op_in)
with persona as materialized (
  select locale, min(id) as id from ingresso_chiave where locale is not null group by locale
), nominati as materialized (
  select n.id, n.tipo, n.altro is not null as nomina, nullif(p.id, n.id) as altro, n.ordine, n.dal, n.al
    from (
      select id, 1 as tipo, coniuge_locale as altro, coniuge_ordine as ordine, coniuge_dal as dal, coniuge_al as al
        from ingresso_chiave where coniuge
      union all
      select id, 2, unito_locale, null, unito_dal, unito_al from ingresso_chiave where unito
      union all
      select id, 3, convivente_locale, null, convivente_dal, convivente_al from ingresso_chiave where convivente
    ) n
    left join persona p on p.locale = n.altro
), nominato as (
  select tipo, altro, min(id) as primo from nominati where altro is not null group by tipo, altro
)
select n.tipo, n.id,
       case when r.altro = n.id or (r.nomina is not true and c.primo = n.id) then n.altro end,
       n.ordine, n.dal, n.al, $1
  from nominati n
  left join nominati r on r.id = n.altro and r.tipo = n.tipo
  left join nominato c on c.altro = n.altro and c.tipo = n.tipo
  left join nominato me on me.altro = n.id and me.tipo = n.tipo
 where not coalesce(r.altro = n.id and r.id < n.id, false)
   and not (not n.nomina and me.altro is not null)
