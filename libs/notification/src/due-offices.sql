-- Which offices have somebody to be told of the trail: a worker's look asks once for all.
create index trail_subscription_due_anywhere on trail_subscription (next_at, office);
create function offices_with_digests(due_by timestamptz, after text, at_most int) returns setof text
  language sql stable security definer set search_path = pg_catalog, public as $$
  select distinct office from public.trail_subscription
  where next_at <= due_by and office > after order by office limit at_most
$$;
revoke all on function offices_with_digests(timestamptz, text, int) from public;
grant execute on function offices_with_digests(timestamptz, text, int) to minh_bach_app;
