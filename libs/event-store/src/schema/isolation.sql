-- The one door into the log: it runs as the log's owner, and the service can no longer insert by itself. One group of
-- acts may hold several offices'.
alter function append_events(json, int) security definer;
alter function append_events(json, int) set search_path = pg_catalog, public;
revoke all on function append_events(json, int) from public;
grant execute on function append_events(json, int) to minh_bach_app;
revoke insert on event from minh_bach_app;
revoke usage on sequence event_position_seq from minh_bach_app;

-- How many events lie behind a place in an office's log, and no more than asked for: a figure without content, for
-- those who look after all offices.
create function events_behind(of_office text, after_transaction xid8, after_position bigint, at_most int) returns int
language sql stable security definer set search_path = pg_catalog, public as $$
  select count(*)::int from (
    select from public.event e
    where e.office = of_office and (e.transaction_id, e.position) > (after_transaction, after_position)
    limit at_most) x
$$;
revoke all on function events_behind(text, xid8, bigint, int) from public;
grant execute on function events_behind(text, xid8, bigint, int) to minh_bach_app;
