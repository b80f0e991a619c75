-- What is still to happen, and when. An occurrence with nothing more to come has no row.
create table occurrence (
  office        text        not null,
  subject       uuid        not null,
  occurrence_id uuid        not null,
  due           timestamptz not null,
  wake_at       timestamptz not null,
  alarms        jsonb       not null,
  -- The event that set this agenda, and the chain it belongs to: what is done by it names them (R38).
  cause         uuid        not null,
  correlation   uuid        not null,
  -- A worker has taken it until then; a crash gives it back.
  claimed_until timestamptz,
  primary key (office, subject, occurrence_id)
);
create index occurrence_to_wake on occurrence (office, wake_at);
