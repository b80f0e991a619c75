-- The log: the only truth. `office` begins every key, so that the table can be distributed by it.
create table event (
  office         text        not null,
  position       bigint      generated always as identity,
  transaction_id xid8        not null default pg_current_xact_id(),
  event_id       uuid        not null,
  kind           text        not null,
  subject        uuid        not null,
  version        int         not null check (version > 0),
  type           text        not null,
  schema_version smallint    not null,
  recorded_at    timestamptz not null,
  actor          text        not null,
  on_behalf_of   text,
  command_id     uuid        not null,
  ordinal        smallint    not null,
  correlation_id uuid,
  causation_id   uuid,
  rule           text,
  meta           jsonb       not null,
  data           jsonb       not null,
  primary key (office, position),
  unique (office, subject, version),
  unique (office, command_id, ordinal)
);

create index event_in_commit_order on event (office, transaction_id, position);
create index event_by_actor on event (office, actor, position);
-- Null where a person's act starts a chain of its own: most rows cost these two nothing.
create index event_by_correlation on event (office, correlation_id) where correlation_id is not null;
create index event_by_cause on event (office, causation_id) where causation_id is not null;
