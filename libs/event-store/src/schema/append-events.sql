-- Appends a group of commands' events in one statement: all of them or none.
-- Raises MB409 when a version is taken or lacks its predecessor, or a command id is known.
create function append_events(batch json, expected int, offices text[])
returns table (command uuid, last_position bigint) language plpgsql as $$
declare
  commands  uuid[];
  positions bigint[];
  written   int;
begin
  -- The reader's horizon relies on this: a writer locks the log before it is given a transaction id.
  if pg_current_xact_id_if_assigned() is not null then
    raise exception 'an append must be the first write of its transaction' using errcode = 'MB400';
  end if;

  with row_written as (
    insert into public.event (office, event_id, kind, subject, version, type, schema_version, recorded_at, actor,
                              on_behalf_of, command_id, ordinal, correlation_id, causation_id, rule, meta, data)
    select e.o, e.id, e.k, e.s, e.v, e.t, e.sv, e.at, e.a, e.b, e.c, e.n, e.cor, e.cau, e.r, e.m, e.d
    from json_to_recordset(batch) as e(
      o text, id uuid, k text, s uuid, v int, t text, sv smallint, at timestamptz, a text, b text, c uuid,
      n smallint, cor uuid, cau uuid, r text, m jsonb, d jsonb, ch boolean)
    where e.v = 1 or e.ch or exists (
      select from public.event p where p.office = e.o and p.subject = e.s and p.version = e.v - 1)
    order by e.o, e.s, e.v
    on conflict do nothing
    returning event.command_id as c, event.position as p
  ), by_command as (
    select c, max(p) as p, count(*) as n from row_written group by c
  )
  select array_agg(c), array_agg(p), coalesce(sum(n), 0) into commands, positions, written from by_command;

  -- ON CONFLICT alone could let half of a command in: what is torn goes back whole.
  if written <> expected then
    raise exception 'torn group: % of % events', written, expected using errcode = 'MB409';
  end if;

  perform pg_notify('event_log', o) from unnest(offices) o;
  return query select * from unnest(commands, positions);
end $$;
