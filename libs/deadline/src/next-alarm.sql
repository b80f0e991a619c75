-- When the next step of each office falls due, or earlier, never later; no row: nothing is to come. Whoever waits for the
-- clock asks this one table for all offices. A reader of the agenda brings the time forward under the row's lock; only
-- whoever looks at the whole agenda under that lock may put it back.
create table next_alarm (
  office text        primary key,
  at     timestamptz not null
);
create index next_alarm_at on next_alarm (at);
-- For which years' calendars something of an office may wait.
create table awaited_year (
  office text not null,
  year   int  not null,
  primary key (office, year)
);
create index awaited_year_of_all on awaited_year (year, office);
grant select, insert, update, delete on next_alarm, awaited_year to minh_bach_app;

-- What an earlier version waited for: each office's agenda is looked at once, and what its connection may see is kept.
insert into next_alarm select office, '-infinity' from followed_office;
do $$
declare
  each text;
begin
  if to_regclass('rm_awaited.awaited') is null then return; end if;
  for each in select office from followed_office loop
    perform set_config('minh_bach.office', each, true);
    execute 'insert into awaited_year select distinct office, year from rm_awaited.awaited where office = $1' using each;
  end loop;
end $$;
