-- Begins reading in offices ($1) by read models ($2) with the versions of their tables ($3). Where a later version of the
-- program has made the tables, the place is of that version.
with model as (
  select name, greatest(version, (select max(c.version) from public.checkpoint c
                                  where c.projection = name and c.generation = 'live')) as version
  from unnest($2::text[], $3::int[]) as given(name, version)),
begun as (
  insert into public.checkpoint (office, projection, generation, version)
  select office, model.name, 'live', model.version from unnest($1::text[]) as office cross join model
  on conflict do nothing returning office)
insert into public.unread_commit (office) select distinct office from begun
