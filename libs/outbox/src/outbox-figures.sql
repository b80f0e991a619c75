-- Of all offices, without content: how much does not get out of the house.
create index outbox_undelivered on outbox (office, channel) where state <> 'delivered';
create function outbox_figures(due_by timestamptz, last_try int)
  returns table (office text, channel text, failing int, stuck int, refused int, given_up int)
  language sql stable security definer set search_path = pg_catalog, public as $$
  select office, channel,
         (count(*) filter (where state = 'waiting' and jsonb_array_length(attempts) > 1))::int,
         -- Nobody even tries: there is no such channel any more, or no worker.
         (count(*) filter (where state = 'waiting' and next_at < due_by))::int,
         (count(*) filter (where state = 'failed' and jsonb_array_length(attempts) < last_try))::int,
         (count(*) filter (where state = 'failed' and jsonb_array_length(attempts) >= last_try))::int
  from public.outbox where state <> 'delivered' group by office, channel order by office, channel
$$;
revoke all on function outbox_figures(timestamptz, int) from public;
grant execute on function outbox_figures(timestamptz, int) to minh_bach_app;
-- What has arrived is not kept for ever.
grant delete on outbox to minh_bach_app;
