-- Who is evaluated in which year, and in which unit; what it comes to stands in the streams.
create table official (
  office        text    not null,
  evaluation_id uuid    not null,
  year          int     not null,
  person_id     uuid    not null,
  post_id       uuid    not null,
  unit_id       uuid    not null,
  leader        boolean not null,
  primary key (office, evaluation_id)
);
create index official_by_year on official (office, year, evaluation_id);
