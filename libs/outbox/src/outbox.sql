-- What is to go out of the house: each message once, until it has arrived or is given up in sight.
create table outbox (
  office        text        not null,
  id            uuid        not null,
  seq           bigint      generated always as identity,
  channel       text        not null,
  -- Tried in this order when a channel can't reach the recipient.
  fallbacks     text[]      not null default '{}',
  recipient     text        not null,
  -- Messages with the same one go out in the order in which they came.
  ordered_by    text,
  body          jsonb       not null,
  -- The event it tells of.
  cause         uuid        not null,
  state         text        not null default 'waiting' check (state in ('waiting', 'delivered', 'failed')),
  created_at    timestamptz not null,
  next_at       timestamptz not null,
  attempts      jsonb       not null default '[]',
  delivered_at  timestamptz,
  read_at       timestamptz,
  -- A worker has it until then; a crash gives it back.
  claimed_until timestamptz,
  primary key (office, id)
);
create index outbox_waiting on outbox (office, next_at) where state = 'waiting';
create index outbox_in_order on outbox (office, channel, ordered_by, seq) where state = 'waiting' and ordered_by is not null;
create index outbox_list on outbox (office, seq desc);
create index outbox_inbox on outbox (office, recipient, seq desc) where channel = 'in-app';
grant select, insert, update on outbox to minh_bach_app;

-- Which offices have something due: a worker's poll asks once for all.
create function offices_to_deliver(channels text[], due_by timestamptz) returns setof text
  language sql stable security definer set search_path = public as
  $$ select distinct office from outbox where state = 'waiting' and next_at <= due_by and channel = any(channels) $$;
revoke execute on function offices_to_deliver from public;
grant execute on function offices_to_deliver to minh_bach_app;
