import type { StoredEvent } from '#event-store';
import { sqlFile } from '#kernel';
import type { Projection } from '#projection';
import type { PoolClient } from 'pg';
import { withOfficeHours } from './office-hours.js';

const TAKE_IN = withOfficeHours(sqlFile('./take-in.sql', import.meta.url));

/** The trail (nhật ký) as questions need it: what was said is left in the log, and not carried here a second time. */
export const trailProjection: Projection = {
  name: 'trail',
  version: 2,
  ddl: sqlFile('./trail.sql', import.meta.url),
  indexes: sqlFile('./trail-indexes.sql', import.meta.url),
  async apply(db, events) {
    for (const [office, own] of Map.groupBy(events, (event) => event.office)) await takeIn(db, office, own);
  },
};

async function takeIn(db: PoolClient, office: string, events: StoredEvent[]): Promise<void> {
  const last = events.at(-1);
  // First of all: whoever goes by a changed calendar waits for this row, and sees what is taken in behind it.
  await db.query({
    name: 'trail_reaches',
    text: `insert into reach as known values ($1, $2, $3) on conflict (office) do update
             set transaction_id = excluded.transaction_id, position = excluded.position
             where (excluded.transaction_id, excluded.position) > (known.transaction_id, known.position)`,
    values: [office, last?.transactionId, last?.position],
  });
  const each = <T>(of: (event: StoredEvent) => T): T[] => events.map(of);
  await db.query({
    name: 'trail_takes_in',
    text: TAKE_IN,
    values: [
      office,
      each(({ position }) => position),
      each(({ recordedAt }) => recordedAt),
      each(({ eventId }) => eventId),
      each(({ type }) => type),
      each(({ actor }) => actor),
      each(({ onBehalfOf }) => onBehalfOf),
      each(({ meta }) => meta.delegation ?? null),
      each(({ correlationId }) => correlationId),
      each(({ causationId }) => causationId),
    ],
  });
}
