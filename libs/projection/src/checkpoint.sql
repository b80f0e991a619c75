-- How far each projection has come in each office's log; moved in the transaction that changes the read model.
create table checkpoint (
  office         text   not null,
  projection     text   not null,
  generation     text   not null check (generation in ('live', 'next')),
  transaction_id xid8   not null default '0',
  position       bigint not null default 0,
  -- An event this projection could not handle: it waits there, in sight, and is never skipped.
  stopped_at     bigint,
  error          text,
  moved_at       timestamptz not null default now(),
  primary key (office, projection, generation)
);
-- Offices whose events projections follow.
create table followed_office (office text primary key);
grant select, insert, update, delete on checkpoint, followed_office to minh_bach_app;
do $$ begin execute format('grant create on database %I to minh_bach_app', current_database()); end $$;
