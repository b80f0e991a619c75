-- Failed tries to sign in, by name and address: whoever guesses waits longer each time, and keeps nobody else out.
create table sign_in_failure (
  office        text        not null,
  username      text        not null,
  address       text        not null,
  failures      int         not null,
  blocked_until timestamptz not null,
  primary key (office, username, address)
);
create index sign_in_failure_by_time on sign_in_failure (blocked_until);
grant select, insert, update, delete on sign_in_failure to minh_bach_app;

-- What a person is shown of their sessions, so that they can end one that is not theirs.
alter table session
  add column id             uuid        not null default gen_random_uuid(),
  add column began_at       timestamptz not null default now(),
  add column client_address text;
create index session_by_person on session (office, person_id);
