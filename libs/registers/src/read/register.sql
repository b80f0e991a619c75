-- Entries of registers as lists and figures need them; a view holds the whole state.
create table entry (
  office    text    not null,
  entry_id  uuid    not null,
  version   int     not null,
  kind      text    not null,
  -- The word by which figures of its register are told apart; empty where there is none.
  choice    text    not null,
  day       date    not null,
  unit_id   uuid,
  task_id   uuid,
  withdrawn boolean not null,
  -- Its day and its id: the order of lists.
  place     text    not null,
  facts     jsonb   not null,
  view      jsonb   not null,
  primary key (office, entry_id)
);
create index entry_in_order on entry (office, kind, place desc);
create index entry_by_day on entry (office, day);
create index entry_of_task on entry (office, task_id) where task_id is not null;
