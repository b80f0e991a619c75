import type { Pool } from 'pg';

/** The reaction that comes last: once it has begun in an office, all have. */
const LAST_READER = 'notify';

/**
 * What the service has still to do, in all its offices, as of one moment of the database: readers that are behind the
 * log, steps that are due, offices not sealed. Leaves out what failed in sight.
 */
export async function undone(owner: Pool, also: { sealed?: boolean } = {}): Promise<string[]> {
  const { rows } = await owner.query<{ what: string }>(
    `with present as (
       select coalesce(min(case when running then simulated + (clock_timestamp() - real) else simulated end),
                       clock_timestamp()) as at
       from simulated_clock)
     select o.office || ': readers have not begun' as what from followed_office o
     where not exists (select from checkpoint c where c.office = o.office and c.projection = $1)
     union all
     select c.office || ': ' || c.projection || ' is behind the log' from checkpoint c
     where c.generation = 'live' and c.stopped_at is null
       and events_behind(c.office, c.transaction_id, c.position, 1) > 0
     union all
     select a.office || ': ' || (a.alarms -> 0 ->> 'step') || ' of ' || a.subject || ' is due since ' || a.wake_at
            || case when a.claimed_until is null then '' else ', taken' end
     from rm_agenda.occurrence a, present
     where a.wake_at <= present.at and not exists (
       select from parked_work p where p.office = a.office and p.worker = 'sweep' and p.subject = a.subject::text)
     union all
     select h.office || ': not sealed' from ledger.head h
     where $2 and h.alarm is null and events_behind(h.office, h.transaction_id, h.position, 1) > 0`,
    [LAST_READER, also.sealed ?? false],
  );
  return rows.map(({ what }) => what);
}
