-- Whence acts came (địa chỉ): apart from the log, which keeps for ever what it is given. Days of the real calendar, since
-- it is there to find out about misuse.
create table act_origin (
  office     text        not null,
  command_id uuid        not null,
  address    text        not null,
  at         timestamptz not null default now(),
  primary key (office, command_id)
);
create index act_origin_by_age on act_origin using brin (at);
grant select, insert, delete on act_origin to minh_bach_app;
