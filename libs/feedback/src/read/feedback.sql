-- Feedback as lists, the public register and the check for copied answers need it.
create table feedback (
  office       text        not null,
  feedback_id  uuid        not null,
  version      int         not null,
  status       text        not null,
  kind         text,
  field        text,
  title        text,
  about        text,
  channel      text        not null,
  author_id    uuid        not null,
  unit_id      uuid,
  received_at  timestamptz not null,
  due          timestamptz not null,
  answered_at  timestamptz,
  published_at timestamptz,
  question     text,
  answer       text,
  done         text,
  done_on      date,
  digest       text,
  late         boolean     not null default false,
  overdue      boolean     not null default false,
  extended     boolean     not null default false,
  reopened     boolean     not null default false,
  answered_before boolean  not null default false,
  primary key (office, feedback_id)
);
create index feedback_open on feedback (office, due, feedback_id) where status in ('received', 'assigned');
create index feedback_all on feedback (office, received_at desc, feedback_id);
create index feedback_published on feedback (office, published_at desc) where published_at is not null;
create index feedback_digest on feedback (office, digest) where digest is not null;
