-- What failed and is to be done once more: in sight until it is settled, whoever was at it.
create table parked_work (
  office          text        not null,
  -- Who was at it: a reader, the sweep, the sealer.
  worker          text        not null,
  -- What it was about: a stream's id as a rule. What comes later for the same subject may have to wait behind it.
  subject         text        not null,
  -- Which of the subject's things: an event's position, a step of an occurrence; empty where there is only one.
  item            text        not null default '',
  -- The same for people: an event's or a step's name.
  what            text        not null,
  error           text        not null,
  attempts        int         not null default 1,
  first_failed_at timestamptz not null default clock_timestamp(),
  last_failed_at  timestamptz not null default clock_timestamp(),
  -- When it is tried again; null: no more by itself.
  next_try        timestamptz,
  primary key (office, worker, subject, item)
);
create index parked_work_due on parked_work (office, worker, next_try) where next_try is not null;
grant select, insert, update, delete on parked_work to minh_bach_app;

-- Figures without content, for those who look after all offices.
create function parked_figures()
  returns table (office text, worker text, waiting int, parked int, failing_since timestamptz)
  language sql stable security definer set search_path = pg_catalog, public as $$
  select office, worker, count(next_try)::int, (count(*) - count(next_try))::int, min(first_failed_at)
  from public.parked_work group by office, worker order by office, worker
$$;
-- Where something is to be tried again by now.
create function parked_due() returns table (office text, worker text)
  language sql stable security definer set search_path = pg_catalog, public as $$
  select distinct office, worker from public.parked_work where next_try <= clock_timestamp()
$$;
revoke all on function parked_figures() from public;
revoke all on function parked_due() from public;
grant execute on function parked_figures() to minh_bach_app;
grant execute on function parked_due() to minh_bach_app;
