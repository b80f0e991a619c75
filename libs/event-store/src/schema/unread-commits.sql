-- Which offices' logs hold what readers may not have seen yet: a row for each commit and office, in with the events
-- themselves, gone once all readers have come past it. So whoever looks for work asks no office that has no news.
create table unread_commit (
  office         text not null,
  transaction_id xid8 not null default pg_current_xact_id(),
  primary key (office, transaction_id)
);
grant select, insert, delete on unread_commit to minh_bach_app;

-- As before, and tells of the commit.
create or replace function append_events(batch json, expected int)
returns table (command uuid, at_position bigint) language plpgsql security definer
set search_path = pg_catalog, public
-- A plan made while the log is small is kept while it grows; only the stream's own key gives its order unsorted.
set enable_seqscan = off
set enable_sort = off
as $$
declare
  written int;
begin
  -- The reader's horizon relies on this: a writer locks the log before it is given a transaction id.
  if pg_current_xact_id_if_assigned() is not null then
    raise exception 'an append must be the first write of its transaction' using errcode = 'MB400';
  end if;

  -- Shared among writers; EventStore.alone holds it exclusively for an act that lost every race.
  perform pg_advisory_xact_lock_shared(hashtextextended('event_log', 0));

  return query
    with appended as (
      insert into public.event (office, event_id, kind, subject, version, type, schema_version, recorded_at, actor,
                                on_behalf_of, command_id, ordinal, correlation_id, causation_id, rule, meta, data)
      select e.o, e.id, e.k, e.s, e.v, e.t, e.sv, e.at, e.a, e.b, e.c, e.n, e.cor, e.cau, e.r, e.m, e.d
      from json_to_recordset(batch) as e(
        o text, id uuid, k text, s uuid, v int, t text, sv smallint, at timestamptz, a text, b text, c uuid,
        n smallint, cor uuid, cau uuid, r text, m jsonb, d jsonb, ch boolean)
      -- A scalar look-up; an EXISTS beside OR would hash the whole log for every group. A range of one version, in
      -- order, can only walk the stream's key: by equality, the plan made for an empty table may take any other index.
      where e.v = 1 or e.ch or e.v = 1 + (
        select p.version from public.event p
        where p.office = e.o and p.subject = e.s and p.version between e.v - 1 and e.v - 1
        order by p.version limit 1)
      order by e.o, e.s, e.v
      returning event.office, event.command_id, event.position),
    unread as (insert into public.unread_commit (office) select distinct a.office from appended a)
    select a.command_id, a.position from appended a;

  get diagnostics written = row_count;
  if written <> expected then
    raise exception '% of % events have a predecessor', written, expected using errcode = 'MB409';
  end if;
end $$;
