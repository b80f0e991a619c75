-- How each dossier stood, from which event on and until which: one row for each change of what reports count.
create table standing (
  office         text        not null,
  dossier_id     uuid        not null,
  since_position bigint      not null,
  since_at       timestamptz not null,
  -- Of the event that changed it again.
  until_position bigint,
  until_at       timestamptz,
  code           text,
  procedure_code text        not null,
  field          text        not null,
  channel        text        not null,
  received_at    timestamptz,
  due            timestamptz,
  -- When the office's own part ended: signed, rejected, withdrawn or stopped.
  ended_at       timestamptz,
  standing       text        not null,
  late           boolean     not null,
  -- All papers that it came with are held digitised; one was used again; its result is held.
  papers_held    boolean     not null,
  papers_reused  boolean     not null,
  result_held    boolean     not null,
  primary key (office, dossier_id, since_position)
);
create index standing_by_end on standing (office, ended_at, dossier_id);
create index standing_by_reception on standing (office, received_at, dossier_id);
-- Signed on a day after their due: few, and asked for by themselves.
create index standing_late on standing (office, ended_at, dossier_id)
  where standing = 'signed' and (ended_at at time zone 'Asia/Ho_Chi_Minh')::date > (due at time zone 'Asia/Ho_Chi_Minh')::date;
create index standing_last on standing (office, dossier_id) where until_position is null;
-- Of those that were open, by what ended that.
create index standing_open_until on standing (office, until_position) where ended_at is null;
create index standing_open_before on standing (office, until_at) where ended_at is null;
