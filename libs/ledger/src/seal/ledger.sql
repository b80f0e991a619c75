-- The published tree of each office: derived from its log, in the log's final order.
create schema ledger;
-- Where the tree stands: its size, its signed checkpoint, the last event it covers. One sealer holds the row.
create table ledger.head (
  office         text        primary key,
  size           bigint      not null default 0,
  root           bytea       not null default '',
  checkpoint     text        not null default '',
  transaction_id xid8        not null default '0',
  position       bigint      not null default 0,
  -- The key that signs; another one is taken only after a rotation that this one has signed.
  key            text        not null,
  -- Why sealing has stopped: an event that no honest service would have written.
  alarm          text,
  sealed_at      timestamptz
);
-- 256 hashes wide, or as many as there are at the right edge (C2SP tlog-tiles).
create table ledger.tile (
  office text     not null,
  level  smallint not null,
  number bigint   not null,
  hashes bytea    not null,
  primary key (office, level, number)
);
alter table ledger.tile alter column hashes set storage external; -- hashes do not compress
-- Where each 256 entries begin in the log: entries are rendered from events, not kept twice.
create table ledger.bundle (
  office         text   not null,
  number         bigint not null,
  transaction_id xid8   not null,
  position       bigint not null,
  primary key (office, number)
);
create index bundle_in_commit_order on ledger.bundle (office, transaction_id, position);
-- When the tree reached a size under a signed checkpoint.
create table ledger.seal (
  office    text        not null,
  size      bigint      not null,
  sealed_at timestamptz not null,
  primary key (office, size)
);
-- The last checkpoint that each witness has cosigned, as a note that anyone can check.
create table ledger.cosigned (
  office      text        not null,
  witness     text        not null,
  size        bigint      not null,
  note        text        not null,
  cosigned_at timestamptz not null,
  primary key (office, witness)
);
grant usage on schema ledger to minh_bach_app;
grant select, insert, update on all tables in schema ledger to minh_bach_app;

-- Event ids are UUIDv7: they grow with the log, so block ranges find one at almost no cost to an append.
create index event_by_id on event using brin (event_id uuid_minmax_multi_ops) with (autosummarize = on);

-- What was done for others, under a delegation: few rows, nothing for the rest.
create index event_by_principal on event (office, on_behalf_of, position) where on_behalf_of is not null;
