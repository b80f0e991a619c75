-- Personal data, apart from the log: destroying a person's key makes them unreadable, and the log stays whole.
create schema vault;
create table vault.person (
  office          text        not null,
  person_id       uuid        not null,
  -- The person's own key, wrapped by the master key named; null once it is destroyed.
  wrapped_key     bytea,
  master_key      text        not null,
  erased_at       timestamptz,
  -- Until then the law keeps the record; the reason is told to whoever asks for erasure.
  retained_until  date,
  retained_why    text,
  primary key (office, person_id)
);
create table vault.fact (
  office     text  not null,
  person_id  uuid  not null,
  name       text  not null,
  ciphertext bytea not null,
  -- Keyed hash of the normalised value, where it may be searched by: equality and nothing else.
  searched   bytea,
  primary key (office, person_id, name)
);
create index fact_by_value on vault.fact (office, name, searched) where searched is not null;
-- Who read what of whom, when and what for; never what it said.
create table vault.reading (
  office    text        not null,
  id        bigint      generated always as identity,
  at        timestamptz not null,
  reader    text        not null,
  person_id uuid        not null,
  names     text[]      not null,
  purpose   text        not null,
  primary key (office, id)
);
create index reading_of_person on vault.reading (office, person_id, id);
grant usage on schema vault to minh_bach_app;
grant select, insert, update on vault.person to minh_bach_app;
grant select, insert, update, delete on vault.fact to minh_bach_app;
grant select, insert on vault.reading to minh_bach_app;
