-- The country at the midnight that opens the day $1 (Europe/Rome), by the operations before it.
-- Counted from covering indexes, never by reading schede.
--
-- Whose people and whose entry count for whom: a comune that has ceased gives both to the comune that it became (table
-- successione). A comune made of others (fusione) is in when all of them were; one that takes others in
-- (incorporazione), or is split off, is in by its own entry.
insert into conteggio (giorno, comune_id, stato, ingresso, per_variazione, previsto, residenti, aire, famiglie, convivenze,
  attesi_residenti, attesi_aire)
with recursive registrate as (
  select id, comune_id, decorrenza, servizio from operazione
   where registrata < ($1::date)::timestamp at time zone 'Europe/Rome'
), attivi as (
  select comune as id, dal from comune_periodo
   where dal <= $1 and (al is null or al >= $1) and not da_istituire
), nati as (
  select comune as id, min(dal) as dal from comune_periodo group by comune
), eredita (prima, dopo, il) as (
  select prima, dopo, il from successione s
   where il <= $1 and not exists (select from comune_periodo p where p.comune = s.prima and p.dal <= $1 and (p.al is null or p.al >= $1))
  union
  select e.prima, s.dopo, s.il from eredita e join successione s on s.prima = e.dopo
   where s.il <= $1 and s.il >= e.il
), erede as (
  -- one heir each: of a comune that was divided among several, the first
  select distinct on (e.prima) e.prima, e.dopo from eredita e join attivi a on a.id = e.dopo order by e.prima, e.il desc, e.dopo
), cammini as (
  select distinct on (comune_id) * from comune_cammino
   where scritto < ($1::date)::timestamp at time zone 'Europe/Rome' order by comune_id, id desc
), entrati as (
  select o.comune_id as id, coalesce(c.subentrato, o.decorrenza) as il
    from fornitura f join registrate o on o.id = f.op_id left join cammini c on c.comune_id = o.comune_id
   where f.stato = 'conclusa' and not f.prova
), fusi (id, il) as (
  select s.dopo, min(s.il) from successione s join nati n on n.id = s.dopo and n.dal = s.il
   where s.il <= $1
   group by s.dopo
  having bool_and(exists (select from entrati e where e.id = s.prima and e.il <= s.il))
     and bool_and(not exists (select from comune_periodo p where p.comune = s.prima and p.dal <= s.il and (p.al is null or p.al >= s.il)))
), dentro as (
  select id, il, false as per_variazione from entrati
  union all
  select id, il, true from fusi where id not in (select id from entrati)
), persone as (
  select coalesce(e.dopo, s.comune_id) as id, sum(quanti) filter (where registro = 'R')::int as residenti,
         sum(quanti) filter (where registro = 'E')::int as aire
    from (select comune_id, registro, op_base, count(*) as quanti from scheda where stato = 'A' group by 1, 2, 3) s
    join registrate o on o.id = s.op_base
    left join erede e on e.prima = s.comune_id
   group by 1
), gruppi as (
  select coalesce(e.dopo, g.comune_id) as id, sum(quanti) filter (where tipo <> 4)::int as famiglie,
         sum(quanti) filter (where tipo = 4)::int as convivenze
    from (select comune_id, tipo, op_base, count(*) as quanti from gruppo where aperto group by 1, 2, 3) g
    join registrate o on o.id = g.op_base
    left join erede e on e.prima = g.comune_id
   group by 1
), noti as (
  -- how many people a comune has, by its own word or else by the census; of one just made, by those that it was made of
  select a.id, coalesce(c.residenti, k.residenti, p.residenti, 0) as residenti, coalesce(c.aire, p.aire, 0) as aire
    from attivi a
    join comune k on k.id = a.id
    left join cammini c on c.comune_id = a.id
    left join lateral (
      select sum(coalesce(pc.residenti, pk.residenti))::int as residenti, sum(pc.aire)::int as aire
        from erede e join comune pk on pk.id = e.prima left join cammini pc on pc.comune_id = e.prima
       where e.dopo = a.id) p on true
)
select $1::date, t.id,
       case when a.id is null then 'cessato' when d.id is not null then 'in'
            when coalesce(c.ultima, c.preferita) >= $1 then 'pianificato' else 'non_in' end,
       d.il, coalesce(d.per_variazione, false),
       case when d.id is null and coalesce(c.ultima, c.preferita) >= $1 then coalesce(c.preferita, c.prima) end,
       coalesce(n.residenti, 0), coalesce(n.aire, 0), coalesce(g.famiglie, 0), coalesce(g.convivenze, 0),
       case when a.id is not null and d.id is null then greatest(0, q.residenti - coalesce(n.residenti, 0)) else 0 end,
       case when a.id is not null and d.id is null then greatest(0, q.aire - coalesce(n.aire, 0)) else 0 end
  from (select id from attivi union select id from persone) t
  left join attivi a on a.id = t.id
  left join dentro d on d.id = t.id
  left join cammini c on c.comune_id = t.id
  left join persone n on n.id = t.id
  left join gruppi g on g.id = t.id
  left join noti q on q.id = t.id
