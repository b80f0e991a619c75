-- What taking events of an office ($1) in goes by: the last row of each list (names $2, keys $3), and the office hours of
-- days ($4), its own before those of all.
select
  (select coalesce(json_agg(found), '[]') from (
     select asked.list, asked.key, last.first, last.nth, cardinality(last.positions) as held,
            (select max(p) from unnest(last.positions) p) as highest
     from unnest($2::text[], $3::text[]) asked(list, key) cross join lateral (
       select l.first, l.nth, l.positions from listed l
       where l.office = $1 and l.list = asked.list and l.key = asked.key order by l.first desc limit 1) last) found) as rows,
  (select coalesce(json_agg(found), '[]') from (
     select distinct on (d.day) d.day,
            array(select array[extract(epoch from lower(r)) * 1000, extract(epoch from upper(r)) * 1000] from unnest(d.open) r) as open
     from public.calendar_day d where d.day = any ($4::date[]) and d.office in ('', $1) order by d.day, d.office desc) found) as days
