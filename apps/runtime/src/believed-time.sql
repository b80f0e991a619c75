-- How far the database's clock is ahead of the time that is believed: 0 unless it jumped and nobody has confirmed it.
create table believed_time (
  the_only  boolean primary key default true check (the_only),
  ahead_ms  bigint  not null default 0,
  -- Grows whenever it is decided anew what is believed: every process takes that over.
  revision  int     not null default 0,
  -- Since when, by the time that is believed.
  doubted_since timestamptz
);
insert into believed_time default values;
-- What time each machine believed when it had run for so long: a clock may jump while nobody looks.
create table believed_on (
  boot      text        primary key,
  uptime_ms bigint      not null,
  at        timestamptz not null,
  revision  int         not null
);
grant select, update on believed_time to minh_bach_app;
grant select, insert, update, delete on believed_on to minh_bach_app;
