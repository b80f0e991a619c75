-- Takes events of an office ($1) into the trail: position, time, id, type, actor, principal, delegation, chain and cause of each.
with taken as (
  select $1::text as office, t.* from unnest($2::bigint[], $3::timestamptz[], $4::uuid[], $5::text[], $6::text[], $7::text[], $8::uuid[], $9::uuid[], $10::uuid[])
    as t(position, recorded_at, event_id, type, actor, on_behalf_of, delegation, correlation_id, causation_id)),
-- Never where the year's calendar is not known, and never a worker's.
outside as (
  select position, actor from taken e
  where is_outside_hours(e)),
entries as (
  insert into entry (office, position, event_id, on_behalf_of, delegation, correlation_id, causation_id)
  select $1, position, event_id, on_behalf_of, delegation, correlation_id, causation_id from taken),
hours as (
  insert into recorded_hour as known (office, hour, first, last)
  select $1, date_trunc('hour', recorded_at), min(position), max(position) from taken group by 2
  on conflict (office, hour) do update
    set first = least(known.first, excluded.first), last = greatest(known.last, excluded.last)
    where excluded.first < known.first or excluded.last > known.last),
found(list, key, position) as (
  select 'type', type, position from taken
  union all select 'actor', actor, position from taken
  union all select 'outside', '', position from outside
  union all select 'outside-actor', actor, position from outside),
lists as materialized (
  select f.list, f.key, f.positions, last.first, coalesce(last.nth, -1) as nth, coalesce(cardinality(last.positions), 0) as held,
         (select max(p) from unnest(last.positions) p) as highest
  from (select list, key, array_agg(position order by position) as positions from found group by list, key) f
  left join lateral (
    select l.first, l.nth, l.positions from listed l
    where l.office = $1 and l.list = f.list and l.key = f.key order by l.first desc limit 1) last on true),
fresh as materialized (
  select list, key, first, nth, held, position, row_number() over (partition by list, key order by position) - 1 as place,
         count(*) over (partition by list, key) as many
  from lists, unnest(positions) position where highest is null or position > highest),
-- Committed after what was drawn behind them: they go where they belong.
late as materialized (
  select ls.list, ls.key, own.first, p.position
  from lists ls cross join unnest(ls.positions) p(position)
  left join lateral (
    select l.first from listed l
    where l.office = $1 and l.list = ls.list and l.key = ls.key and l.first <= p.position order by l.first desc limit 1) own on true
  where p.position < ls.highest),
grown as (
  update listed l set positions = l.positions || g.positions
  from (select list, key, first, array_agg(position order by position) as positions
        from (select list, key, first, position from late where first is not null
              union all
              -- As long as the last row has room for all of them.
              select list, key, first, position from fresh where first is not null and held + many <= 200) p
        group by list, key, first) g
  where l.office = $1 and l.list = g.list and l.key = g.key and l.first = g.first)
insert into listed (office, list, key, first, nth, positions)
select $1, list, key, min(position), nth + 1 + place / 200, array_agg(position order by position) from fresh
where first is null or held + many > 200 group by list, key, nth, place / 200
union all
select $1, list, key, min(position), 0, array_agg(position order by position) from late where first is null group by list, key
