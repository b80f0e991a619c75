-- A session ends when it is left alone, not only when its day is over; a person can prove it is them twice.
alter table session
  add column last_seen_at  timestamptz not null default now(),
  add column second_factor boolean     not null default false;
alter table account
  add column ended_at       timestamptz,
  -- The secret is in the vault, under the person's own key; each step of time is taken once.
  add column totp_since     timestamptz,
  add column totp_last_step bigint not null default 0;

-- Tokens of other systems: they act for a person, within scopes, until a day.
create table api_token (
  office       text        not null,
  id           uuid        not null,
  person_id    uuid        not null,
  name         text        not null,
  token_hash   text        not null,
  scopes       text[]      not null,
  issued_at    timestamptz not null default now(),
  expires_at   timestamptz not null,
  revoked_at   timestamptz,
  last_used_at timestamptz,
  primary key (office, id),
  unique (office, token_hash)
);
-- Who a person is at a provider of single sign-on.
create table external_identity (
  office    text not null,
  issuer    text not null,
  subject   text not null,
  person_id uuid not null,
  primary key (office, issuer, subject)
);
grant select, insert, update, delete on api_token, external_identity to minh_bach_app;
