-- Takes some of an office's events into the trail, by their positions ($2).
with taken as (
  insert into entry (office, position, recorded_at, event_id, type, actor, on_behalf_of, delegation, correlation_id, causation_id,
                     outside_hours)
  select e.office, e.position, e.recorded_at, e.event_id, e.type, e.actor, e.on_behalf_of, (e.meta ->> 'delegation')::uuid,
         e.correlation_id, e.causation_id,
         e.actor not like 'worker:%' and d.day is not null and not e.recorded_at <@ d.open
  from public.event e
  left join public.calendar_day d on d.day = (e.recorded_at at time zone 'Asia/Ho_Chi_Minh')::date
  where e.office = $1 and e.position = any ($2::bigint[])
  returning office, position, recorded_at)
insert into recorded_hour as known (office, hour, first, last)
select office, date_trunc('hour', recorded_at), min(position), max(position) from taken group by 1, 2
on conflict (office, hour) do update
  set first = least(known.first, excluded.first), last = greatest(known.last, excluded.last)
  where excluded.first < known.first or excluded.last > known.last
