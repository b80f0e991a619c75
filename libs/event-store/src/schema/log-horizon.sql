-- The transaction id below which nothing can be appended any more.
-- A writer holds ROW EXCLUSIVE on the log before it is given a transaction id, and every transaction with an id
-- holds the lock of its own id: so the oldest id among the log's writers bounds what may still appear.
-- The next id is read first, the locks after it; a writer that shows up in between has a higher id.
-- Unlike pg_snapshot_xmin, a long transaction that never touches the log holds nothing back.
create function log_horizon() returns xid8 language plpgsql volatile as $$
declare
  next_id bigint := pg_snapshot_xmax(pg_current_snapshot())::text::bigint;
  age     bigint;
begin
  -- Ids wrap at 2^32; an age in the upper half means the writer began after next_id was read.
  select max(case when a < 2147483648 then a else 0 end) into age from (
    select (next_id - own.transactionid::text::bigint) & 4294967295 as a
    from pg_locks writer
    join pg_locks own on own.virtualtransaction = writer.virtualtransaction
                     and own.locktype = 'transactionid' and own.mode = 'ExclusiveLock' and own.granted
    where writer.locktype = 'relation' and writer.relation = 'public.event'::regclass
      and writer.mode = 'RowExclusiveLock'
      and writer.database = (select oid from pg_database where datname = current_database())
  ) ages;
  return (next_id - coalesce(age, 0))::text::xid8;
end $$;
