-- The country at the midnight that opens the day $1 (Europe/Rome), by the operations registered before it and the roads
-- as they were known then. People and families are sums of movements, subentri included, on top of the newest sums that
-- are kept: operations change schede in place, so what is there now does not say what was there.
--
-- Whose people count for whom: those of a comune that has ceased, for the comune that it became (successione; of one
-- divided among several, the first), and so on until one that is there; without any it has a row `cessato`.
-- Who is in: a comune by its own entry. One made of others that all ended with it (fusione) also when all of them are,
-- each by its own entry or in the same way. One that takes others in (incorporazione) or is split off: by its own only.
-- How many are still outside, of a comune not in: what it told, or else the census, and the same of each comune that it
-- comes from, unless that one is in, or another's later word or register holds its people. So a merger moves people and
-- changes no sum, unless who takes in is in already: then its register is the only truth.
insert into conteggio (giorno, comune_id, regione, provincia, ordine, stato, ingresso, per_variazione, persone_dal, previsto, residenti,
  aire, famiglie, convivenze, attesi_residenti, attesi_aire)
with recursive mezzanotte (istante) as (
  values (($1::date)::timestamp at time zone 'Europe/Rome')
), periodi as (
  -- the period of the day, else the last before it, else the first after: whoever has people has a region
  select distinct on (comune) comune as id, nome, regione, provincia,
         not da_istituire and dal <= $1 and (al is null or al >= $1) as attivo
    from comune_periodo order by comune, dal > $1, abs(dal - $1)
), nati as (
  select comune as id, min(dal) as dal from comune_periodo where not da_istituire group by comune
), cammini as (
  select distinct on (comune_id) * from comune_cammino
   where scritto < (select istante from mezzanotte) order by comune_id, id desc
), entrati as (
  -- the true day of an entry is a fact of the past, whenever it was told: it moves the curve, no sum
  select o.comune_id as id, case when c.subentrato < $1 then c.subentrato else o.decorrenza end as il
    from fornitura f join operazione o on o.id = f.op_id
    left join lateral (select subentrato from comune_cammino c where c.comune_id = o.comune_id order by id desc limit 1) c on true
   where f.stato = 'conclusa' and not f.prova and o.registrata < (select istante from mezzanotte)
), cessioni as (
  select * from successione s where not exists (
    select from comune_periodo p where p.comune = s.prima and p.dal <= s.il and (p.al is null or p.al >= s.il))
), fusione as (
  select s.dopo, s.prima, s.il from successione s join nati n on n.id = s.dopo and n.dal = s.il
   where s.il <= $1 and not exists (
     select from successione t where t.dopo = s.dopo and t.il = s.il
        and not exists (select from cessioni c where (c.prima, c.dopo, c.il) = (t.prima, t.dopo, t.il)))
), composti (id, il, parte) as (
  -- down to the parts that entered themselves, or are made of no others
  select dopo, il, prima from fusione
  union
  select c.id, c.il, f.prima from composti c join fusione f on f.dopo = c.parte where c.parte not in (select id from entrati)
), fusi as (
  select c.id, greatest(c.il, max(e.il)) as il, max(e.il) as persone_dal
    from composti c left join entrati e on e.id = c.parte
   where e.id is not null or c.parte not in (select dopo from fusione)
   group by c.id, c.il having bool_and(e.id is not null)
), dentro as (
  select id, il, il as persone_dal, false as per_variazione from entrati
  union all
  select id, il, persone_dal, true from fusi where id not in (select id from entrati)
), passaggi as (
  -- where each comune that has ceased went, one step. coperto: its people stand in the other's register (R), or in what
  -- that one told (D), since it was told after; a figure only carried into a later version of the road was not
  select distinct on (s.prima) s.prima, s.dopo, case
           when s.dopo in (select id from dentro) then 'R'
           when c.residenti is not null and (s.il = n.dal or c.residenti is distinct from (
             select v.residenti from comune_cammino v
              where v.comune_id = s.dopo and v.scritto < s.il::timestamp at time zone 'Europe/Rome' order by v.id desc limit 1))
           then 'D' end as coperto
    from cessioni s
    join periodi p on p.id = s.prima and not p.attivo
    join nati n on n.id = s.dopo
    left join cammini c on c.comune_id = s.dopo
   where s.il <= $1 order by s.prima, s.il desc, s.dopo
), eredita (prima, dopo, coperto) as (
  select prima, dopo, coperto from passaggi
  union
  select e.prima, p.dopo, coalesce(p.coperto, e.coperto) from eredita e join passaggi p on p.prima = e.dopo
), fonti (id, fonte, coperto) as (
  -- whom a comune that is there comes from, itself included
  select id, id, null from periodi where attivo
  union all
  select e.dopo, e.prima, e.coperto from eredita e join periodi p on p.id = e.dopo and p.attivo
), presenti as (
  select comune_id, sum(residenti)::int as residenti, sum(aire)::int as aire, sum(famiglie)::int as famiglie, sum(convivenze)::int as convivenze
    from (select comune_id, residenti, aire, famiglie, convivenze from somma
           where giorno = (select max(giorno) from somma where giorno <= $1)
          union all
          select comune_id, coalesce(sum(persone) filter (where registro = 'R'), 0), coalesce(sum(persone) filter (where registro = 'E'), 0),
                 sum(famiglie), sum(convivenze)
            from movimento
           where giorno >= coalesce((select max(giorno) from somma where giorno <= $1), '-infinity') and giorno < $1
           group by comune_id) s
   group by comune_id
), schede as (
  select comune_id, residenti, aire from presenti where residenti <> 0 or aire <> 0
), persone as (
  select coalesce(f.id, s.comune_id) as id, sum(s.residenti)::int as residenti, sum(s.aire)::int as aire, min(e.il) as dal
    from schede s left join fonti f on f.fonte = s.comune_id left join entrati e on e.id = s.comune_id
   group by 1
), gruppi as (
  select coalesce(f.id, g.comune_id) as id, sum(g.famiglie)::int as famiglie, sum(g.convivenze)::int as convivenze
    from presenti g left join fonti f on f.fonte = g.comune_id
   where g.famiglie <> 0 or g.convivenze <> 0
   group by 1
), propri as (
  -- the census within the borders that a comune had before it took others in: its figure holds theirs
  select k.id, k.residenti - coalesce(sum(x.residenti), 0)::int as residenti
    from comune k
    left join (cessioni s join comune x on x.id = s.prima) on s.dopo = k.id
   group by k.id
), attesi as (
  select f.id,
         greatest(0, coalesce(sum(coalesce(c.residenti, k.residenti)) filter (where d.id is null and f.coperto is null), 0)
                     - coalesce(sum(s.residenti) filter (where f.coperto = 'D'), 0))::int as residenti,
         greatest(0, coalesce(sum(c.aire) filter (where d.id is null and f.coperto is null), 0)
                     - coalesce(sum(s.aire) filter (where f.coperto = 'D'), 0))::int as aire
    from fonti f
    join propri k on k.id = f.fonte
    left join cammini c on c.comune_id = f.fonte
    left join dentro d on d.id = f.fonte
    left join schede s on s.comune_id = f.fonte
   where f.id not in (select id from dentro)
   group by f.id
), stati as (
  select p.id, p.regione, p.provincia, p.nome, case
           when not p.attivo then 'cessato'
           when p.id in (select id from dentro) then 'in'
           when coalesce(c.ultima, c.preferita, c.prima) >= $1 then 'pianificato'
           else 'non_in' end as stato,
         coalesce(c.preferita, c.prima, c.ultima) as previsto
    from periodi p left join cammini c on c.comune_id = p.id
   where p.attivo or p.id in (select id from persone union all select id from gruppi)
)
select $1::date, t.id, t.regione, t.provincia, row_number() over (order by t.nome collate "it-x-icu", t.provincia, t.id), t.stato, d.il, coalesce(d.per_variazione, false),
       coalesce(d.persone_dal, n.dal, case when n.id is not null then $1::date end),
       case when t.stato = 'pianificato' then t.previsto end,
       coalesce(n.residenti, 0), coalesce(n.aire, 0), coalesce(g.famiglie, 0), coalesce(g.convivenze, 0),
       coalesce(a.residenti, 0), coalesce(a.aire, 0)
  from stati t
  left join dentro d on d.id = t.id
  left join persone n on n.id = t.id
  left join gruppi g on g.id = t.id
  left join attesi a on a.id = t.id
