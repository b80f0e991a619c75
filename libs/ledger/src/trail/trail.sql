-- The trail (nhật ký) as it is asked for: one narrow row an event; what was said stays in the log. Each question has one
-- index that gives its answer in the order of positions, and none here goes by the position alone: a plan can't choose
-- to walk past millions of rows on the way to a rare one.
create table entry (
  position       bigint      not null,
  recorded_at    timestamptz not null,
  event_id       uuid        not null,
  delegation     uuid,
  correlation_id uuid,
  causation_id   uuid,
  -- A person's act outside office hours (ngoài giờ hành chính); never where the year's calendar is not known.
  outside_hours  boolean     not null,
  office         text        not null,
  type           text        not null,
  actor          text        not null,
  on_behalf_of   text
);
-- Where the cause of others is found: ids grow with the log, so this grows at its end alone.
create index entry_by_event on entry (office, event_id);
create index entry_by_type on entry (office, type, position);
create index entry_by_actor on entry (office, actor, position);
create index entry_outside_hours on entry (office, position) where outside_hours;
create index entry_outside_hours_by_actor on entry (office, actor, position) where outside_hours;
-- Null for most entries, which these cost nothing.
create index entry_by_principal on entry (office, on_behalf_of, position) where on_behalf_of is not null;
create index entry_by_delegation on entry (office, delegation, position) where delegation is not null;
create index entry_by_correlation on entry (office, correlation_id, position) where correlation_id is not null;
create index entry_by_cause on entry (office, causation_id, position) where causation_id is not null;

-- Between which positions an hour's events lie: positions hardly ever leave the order of time, but may.
create table recorded_hour (
  office text        not null,
  hour   timestamptz not null,
  first  bigint      not null,
  last   bigint      not null,
  primary key (office, hour)
) with (fillfactor = 50);

-- Up to where in the log's commit order the trail has been filled; what comes after is read from the log itself.
create table reach (
  office         text   primary key,
  transaction_id xid8   not null,
  position       bigint not null
) with (fillfactor = 50);
