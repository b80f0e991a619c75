-- Who may sign in. Names and password hashes stay out of the log: they can be corrected and erased.
create table account (
  office        text not null,
  person_id     uuid not null,
  username      text not null,
  name          text not null,
  password_hash text not null,
  primary key (office, person_id),
  unique (office, username)
);
create table session (
  office     text        not null,
  token_hash text        not null,
  person_id  uuid        not null,
  expires_at timestamptz not null,
  primary key (office, token_hash)
);
create index session_by_expiry on session (expires_at);
grant select, insert, update, delete on account, session to minh_bach_app;
