-- Counts a try to sign in before it is looked at: one statement under the row's lock, so that of many that come at once
-- no more are looked at than of as many that come one after another. No row while this address waits for this name.
with gone as (delete from sign_in_failure where blocked_until < now() - interval '1 day')
insert into sign_in_failure as known (office, username, address, failures, blocked_until)
values ($1, $2, $3, 1, clock_timestamp())
on conflict (office, username, address) do update
set failures = known.failures + 1,
    blocked_until = clock_timestamp()
      + ($4::int[])[least(known.failures + 1, array_length($4::int[], 1))] * interval '1 second'
where known.blocked_until <= clock_timestamp()
returning failures
