-- Takes events of an office ($1) into the trail: those that nothing is asked of but their id ($2, $3), those that name a
-- principal, a delegation, a chain or a cause ($4), their hours ($5), the lists' rows that grow ($6) and those that begin ($7).
with plain as (
  insert into entry (office, position, event_id) select $1, * from unnest($2::bigint[], $3::uuid[])),
naming as (
  insert into entry (office, position, event_id, on_behalf_of, delegation, correlation_id, causation_id)
  select $1, position, id, principal, delegation, correlation, cause from json_to_recordset($4)
    as named(position bigint, id uuid, principal text, delegation uuid, correlation uuid, cause uuid)),
hours as (
  insert into recorded_hour as known (office, hour, first, last)
  select $1, hour, first, last from json_to_recordset($5) as h(hour timestamptz, first bigint, last bigint)
  on conflict (office, hour) do update
    set first = least(known.first, excluded.first), last = greatest(known.last, excluded.last)
    where excluded.first < known.first or excluded.last > known.last),
grown as (
  update listed l set positions = l.positions || g.positions::bigint[]
  from json_to_recordset($6) as g(list text, key text, first bigint, positions text)
  where l.office = $1 and l.list = g.list and l.key = g.key and l.first = g.first)
insert into listed (office, list, key, first, nth, positions)
select $1, list, key, first, nth, positions::bigint[] from json_to_recordset($7)
  as begun(list text, key text, first bigint, nth int, positions text)
