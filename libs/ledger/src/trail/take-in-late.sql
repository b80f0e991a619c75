-- Lists of an office ($1) take in what was committed after what was drawn behind it ($2): it goes where it belongs.
with late as materialized (
  select p.list, p.key, p.position, own.first
  from json_to_recordset($2) as p(list text, key text, position bigint)
  left join lateral (
    select l.first from listed l
    where l.office = $1 and l.list = p.list and l.key = p.key and l.first <= p.position order by l.first desc limit 1) own on true),
grown as (
  update listed l set positions = l.positions || g.positions
  from (select list, key, first, array_agg(position) as positions from late where first is not null group by list, key, first) g
  where l.office = $1 and l.list = g.list and l.key = g.key and l.first = g.first)
insert into listed (office, list, key, first, nth, positions)
select $1, list, key, min(position), 0, array_agg(position) from late where first is null group by list, key
