-- The office hours of each day of the years whose calendar is known, none on a day off: what the trail calls outside office
-- hours goes by it. Kept from the calendar's files as a process starts.
create table calendar_day (
  day  date           primary key,
  open tstzmultirange not null
);
grant select, insert, update, delete on calendar_day to minh_bach_app;
