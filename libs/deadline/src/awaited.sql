-- What waits for the calendar of a year that is not known yet: one row for each occurrence that does.
create table awaited (
  office        text        not null,
  subject       uuid        not null,
  occurrence_id uuid        not null,
  year          int         not null,
  step          text        not null,
  -- Since when, and the event that said so with the chain it belongs to (R38).
  since         timestamptz not null,
  cause         uuid        not null,
  correlation   uuid        not null,
  -- A worker has taken it until then; a crash gives it back.
  claimed_until timestamptz,
  primary key (office, subject, occurrence_id)
);
create index awaited_year on awaited (office, year);
