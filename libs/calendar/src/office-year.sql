-- Of which years an office has a calendar of its own, derived from its log: what waits for one of them is looked for by it.
create table office_year (
  office text not null,
  year   int  not null,
  primary key (office, year)
);
grant select, insert on office_year to minh_bach_app;
