-- Who is sent what of the trail by e-mail, and up to where they have been told. The address is in the vault.
create table trail_subscription (
  office    text        not null,
  id        uuid        not null,
  person_id uuid        not null,
  filter    jsonb       not null,
  language  text        not null check (language in ('vi', 'en')),
  position  bigint      not null,
  next_at   timestamptz not null,
  primary key (office, id)
);
create index trail_subscription_due on trail_subscription (office, next_at);
grant select, insert, update, delete on trail_subscription to minh_bach_app;
