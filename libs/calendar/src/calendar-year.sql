-- The calendars that were ever brought in, one row for each content of a year; of a year, the last one holds.
create table calendar_year (
  year     int    not null,
  digest   text   not null,
  -- Whoever has seen their sum knows whether anything was brought in since.
  revision bigint not null generated always as identity,
  content  jsonb  not null,
  primary key (year, digest)
);
grant select, insert on calendar_year to minh_bach_app;
-- What held before holds again.
grant update (revision) on calendar_year to minh_bach_app;
