-- The transaction id below which a snapshot shows all that was appended, and nothing can be appended any more.
-- A snapshot names the transactions that were under way in it: none of their events can be seen in it, even where they
-- have ended meanwhile. So the oldest of them that may be a writer bounds what may still appear.
-- A writer holds ROW EXCLUSIVE on the log before it is given a transaction id. A transaction that holds the lock of its id
-- but none on the log is no writer, however long it lasts - if it is under way still: one that is ending gives its locks
-- back one by one.
drop function log_horizon();
create function log_horizon(seen pg_snapshot) returns xid8 language plpgsql volatile as $$
declare
  strangers xid8[];
  oldest    xid8;
begin
  if pg_snapshot_xmin(seen) = pg_snapshot_xmax(seen) then return pg_snapshot_xmax(seen); end if;

  with held as materialized (
    select locktype, database, relation, mode, virtualtransaction, transactionid::text::bigint as id
    from pg_locks where granted)
  select array_agg(open.id) into strangers
  from pg_snapshot_xip(seen) as open(id)
  join held own on own.locktype = 'transactionid' and own.mode = 'ExclusiveLock'
               and own.id = (open.id::text::bigint & 4294967295)
  where not exists (
    select from held writer
    where writer.virtualtransaction = own.virtualtransaction and writer.locktype = 'relation'
      and writer.relation = 'public.event'::regclass and writer.mode = 'RowExclusiveLock'
      and writer.database = (select oid from pg_database where datname = current_database()));

  select min(open.id) into oldest
  from pg_snapshot_xip(seen) as open(id)
  where open.id <> all (coalesce(strangers, '{}')) or pg_xact_status(open.id) is distinct from 'in progress';
  return coalesce(oldest, pg_snapshot_xmax(seen));
end $$;
