-- The private address at which a person's calendar reads their deadlines; one a person, and only its hash is kept.
create table calendar_address (
  office       text        not null,
  person_id    uuid        not null,
  token_hash   text        not null,
  language     text        not null check (language in ('vi', 'en')),
  given_at     timestamptz not null,
  last_read_at timestamptz,
  primary key (office, person_id)
);
create unique index calendar_address_by_token on calendar_address (office, token_hash);
grant select, insert, update, delete on calendar_address to minh_bach_app;
