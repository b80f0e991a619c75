create table task (
  office       text not null,
  task_id      uuid not null,
  plan_id      uuid not null,
  number       text not null,
  sort_key     text not null,
  area         text not null,
  title        text not null,
  state        text not null,
  version      int  not null,
  lead_unit    uuid,
  lead_post    uuid,
  percent      int  not null,
  late         boolean not null,
  silent       boolean not null,
  next_due     timestamptz,
  waiting      int  not null,
  -- Its money, in whole đồng: given, allowed beyond that, spent.
  allocated    bigint not null,
  allowed      bigint not null,
  spent        bigint not null,
  view         jsonb not null,
  primary key (office, task_id)
) with (fillfactor = 50); -- room for each row to change in place
create unique index task_in_order on task (office, plan_id, sort_key);
create index task_by_lead on task (office, lead_post);

-- How each task stood at the end of each day on which it changed: the plan's progress on any day.
create table task_day (
  office    text not null,
  task_id   uuid not null,
  day       date not null,
  area      text not null,
  lead_unit uuid,
  state     text not null,
  percent   int  not null,
  late      boolean not null,
  silent    boolean not null,
  primary key (office, task_id, day)
);
