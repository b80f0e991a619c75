-- Positions are drawn while an act is appended, and appends end in any order: behind one that can be seen, another may
-- still turn up. Writers hold the log's lock shared before they draw any (`append_events`). So what is drawn by now is all
-- to be seen once every writer of this moment has ended.
grant select on sequence event_position_seq to minh_bach_app;
create function log_writers() returns text[] language sql volatile as $$
  select array_agg(virtualtransaction) from pg_locks, hashtextextended('event_log', 0) as lock(key)
  where locktype = 'advisory' and granted and objsubid = 1
    and database = (select oid from pg_database where datname = current_database())
    and classid = ((key >> 32) & 4294967295)::oid and objid = (key & 4294967295)::oid
$$;
