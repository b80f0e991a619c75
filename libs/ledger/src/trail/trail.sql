-- The trail (nhật ký) as it is asked for; what was said stays in the log.

-- What is asked for one by one, a narrow row an event.
create table entry (
  position       bigint not null,
  event_id       uuid   not null,
  delegation     uuid,
  correlation_id uuid,
  causation_id   uuid,
  office         text   not null,
  on_behalf_of   text
);

-- What recurs: all positions of a type, of an actor, of people's acts outside office hours (ngoài giờ hành chính), of one
-- person's among those; some hundred to a row, so that many events cost one row. A position is in the last row of its list
-- that begins no later, so rows of a list never overlap, in whatever order positions are committed.
create table listed (
  office    text     not null,
  list      text     not null check (list in ('type', 'actor', 'outside', 'outside-actor')),
  key       text     not null,
  first     bigint   not null,
  -- How many rows of the list come before: by it the shorter of two lists is known.
  nth       int      not null,
  positions bigint[] not null,
  primary key (office, list, key, first)
) with (fillfactor = 60);

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
