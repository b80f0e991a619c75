-- An office's own calendar stands before that of all, whose days are those of no office.
alter table calendar_day add column office text not null default '';
alter table calendar_day drop constraint calendar_day_pkey, add primary key (day, office);
