-- Ids of messages that arrived and were let go: what was put in once is not put in again, however often the log is read.
create table outbox_past (
  office text not null,
  id     uuid not null,
  primary key (office, id)
);
grant select on outbox_past to minh_bach_app;
create index outbox_delivered on outbox (delivered_at) where state = 'delivered';

-- Lets go of messages that arrived before an instant, in every office, no more than so many; answers how many. What its
-- reader within the house has not read stays.
create function forget_delivered(delivered_before timestamptz, at_most int) returns int
  language sql volatile security definer set search_path = public as $$
  with gone as (
    delete from outbox where (office, id) in (
      select office, id from outbox
      where state = 'delivered' and delivered_at < delivered_before and (channel <> 'in-app' or read_at is not null)
      order by delivered_at limit at_most for update skip locked)
    returning office, id),
  kept as (insert into outbox_past select office, id from gone on conflict do nothing)
  select count(*)::int from gone
$$;
revoke execute on function forget_delivered from public;
grant execute on function forget_delivered to minh_bach_app;
