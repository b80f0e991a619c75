-- Which offices have readings that wait to be sealed: a worker's look asks once for all.
create function offices_with_unsealed_readings() returns setof text
  language sql stable security definer set search_path = pg_catalog, public as $$
  select distinct office from vault.reading where batch is null
$$;
revoke all on function offices_with_unsealed_readings() from public;
grant execute on function offices_with_unsealed_readings() to minh_bach_app;
