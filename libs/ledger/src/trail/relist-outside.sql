-- Lists anew an office's ($1) acts outside office hours from a position ($2) on, as far as its trail reaches.
with outside as (
  select e.position, e.actor from public.event e join rm_trail.reach r on r.office = e.office
  where e.office = $1 and e.position >= $2 and (e.transaction_id, e.position) <= (r.transaction_id, r.position)
    and is_outside_hours(e)),
found(list, key, position) as (
  select 'outside', '', position from outside union all select 'outside-actor', actor, position from outside),
placed as (
  select list, key, position, (row_number() over (partition by list, key order by position) - 1) / 200 as nth from found)
insert into rm_trail.listed (office, list, key, first, nth, positions)
select $1, p.list, p.key, min(p.position),
       1 + p.nth + coalesce((select max(l.nth) from rm_trail.listed l where l.office = $1 and l.list = p.list and l.key = p.key), -1),
       array_agg(p.position order by p.position)
from placed p group by p.list, p.key, p.nth
