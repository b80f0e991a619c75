-- The trail (nhật ký) as it is asked for: one narrow row an event; what was said stays in the log.
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
