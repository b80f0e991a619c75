create table dossier (
  office         text not null,
  dossier_id     uuid not null,
  version        int  not null,
  code           text,
  status         text not null,
  procedure_code text not null,
  procedure_name text not null,
  field          text not null,
  channel        text not null,
  applicant_id   uuid,
  submitted_at   timestamptz,
  received_at    timestamptz,
  due            timestamptz,
  -- When the office's own part ended: signed, rejected, withdrawn or stopped.
  ended_at       timestamptz,
  returned_at    timestamptz,
  step           int  not null,
  step_name      text,
  holder         uuid,
  holder_post    uuid,
  offered        uuid,
  overdue        boolean not null,
  late           boolean not null,
  apology        text not null,
  apologised_at  timestamptz,
  apology_late   boolean not null,
  reappointed    timestamptz,
  supplement     text not null,
  supplement_late boolean not null,
  fee            bigint not null,
  paid_by        text,
  -- How many times money that came in is owed back.
  refunds_owed   int not null,
  digitised      boolean not null,
  -- The archive has it.
  archived       boolean not null,
  score          smallint,
  rated_at       timestamptz,
  -- What was answered to the survey's questions, and whether that is satisfied.
  answers        jsonb,
  satisfied_service boolean,
  satisfied_procedures boolean,
  -- All papers that it came with are held digitised; one was used again.
  papers_held    boolean not null,
  papers_reused  boolean not null,
  -- Its time as set 766 counts it: its end, since when it stands still, from when on it is late.
  service_due    timestamptz,
  stood_since    timestamptz,
  service_late_at timestamptz,
  -- Loaded from another system's log: its times are what that log says.
  past           boolean not null,
  steps          jsonb not null,
  primary key (office, dossier_id)
) with (fillfactor = 60);
create unique index dossier_by_code on dossier (office, code) where code is not null;
create index dossier_open on dossier (office, due, dossier_id)
  where status in ('in_progress', 'awaiting_supplement', 'paused', 'result_ready');
create index dossier_open_of_procedure on dossier (office, procedure_code, status, due, dossier_id)
  where status in ('in_progress', 'awaiting_supplement', 'paused', 'result_ready');
create index dossier_held on dossier (office, holder, due, dossier_id)
  where status in ('in_progress', 'awaiting_supplement', 'paused', 'result_ready');
create index dossier_offered on dossier (office, offered) where offered is not null;
create index dossier_by_status on dossier (office, status, received_at, dossier_id);
create index dossier_by_procedure on dossier (office, procedure_code, received_at, dossier_id);
create index dossier_by_reception on dossier (office, received_at, dossier_id);
-- Received, over, and not with the archive yet; those of another system's log are that system's to hand over.
create index dossier_to_archive on dossier (office, received_at, dossier_id)
  where status in ('returned', 'rejected', 'withdrawn', 'stopped') and not archived and received_at is not null;
create index dossier_by_end on dossier (office, ended_at) where ended_at is not null;
create index dossier_submitted on dossier (office, submitted_at, dossier_id) where status = 'submitted';
create index dossier_owing on dossier (office, dossier_id) where refunds_owed > 0;
create index dossier_apologised on dossier (office, apologised_at, dossier_id) where apologised_at is not null;
