-- One row for what came from one address within a moment, found by the time that events' ids (UUIDv7) tell: written beside
-- every act, it may cost an act next to nothing, and it is read hardly ever.
alter table act_origin rename to act_origin_each;
create table act_origin (
  office      text        not null,
  -- When it was noted, by the clock that the acts' event ids were made by: within a minute behind them.
  at          timestamptz not null,
  address     text        not null,
  command_ids uuid[]      not null
);
create index act_origin_by_time on act_origin (office, at);
grant select, insert, delete on act_origin to minh_bach_app;
insert into act_origin
  select office, date_trunc('second', at) + interval '1 second', address, array_agg(command_id)
  from act_origin_each group by 1, 2, 3;
drop table act_origin_each;
