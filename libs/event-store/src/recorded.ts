import { inOffice, type Enclosure } from '#kernel';
import type { Pool, PoolClient } from 'pg';
import type { StoredEvent } from './event.js';

/** An event of a log that was recorded, to be appended to another one as it was. */
export interface RecordedEvent extends Omit<
  StoredEvent,
  'office' | 'position' | 'transactionId' | 'salt' | 'recordedAt'
> {
  /** Its place among its act's events. */
  ordinal: number;
  recordedAt: string;
}

/** What goes in with an act's events, by the act's id. */
export type Enclosed = ReadonlyMap<string, Enclosure>;

const APPEND = 'select from append_events($1::json, $2)';

/**
 * Appends what was recorded of an office, under its ids and times and in its order. What the log holds already is not
 * appended again, so that it goes on where it was broken off; a log that began otherwise is left as it is. Answers whether
 * the whole recording is in.
 */
export function appendRecorded(
  pool: Pool,
  office: string,
  events: readonly RecordedEvent[],
  enclosed: Enclosed,
): Promise<boolean> {
  return inOffice(office, async () => {
    const db = await pool.connect();
    let healthy = false;
    try {
      const there = await alreadyThere(db, office);
      const another = there.first !== undefined && there.first !== events[0]?.eventId;
      healthy = another;
      if (another) return false;
      await db.query('set synchronous_commit to off'); // what a crash takes is appended again
      for (const run of runs(events.slice(there.count))) await appendRun(db, office, run, enclosed);
      await db.query('reset synchronous_commit');
      healthy = true;
      return true;
    } finally {
      db.release(!healthy);
    }
  });
}

async function alreadyThere(db: PoolClient, office: string): Promise<{ count: number; first?: string }> {
  const { rows } = await db.query<{ count: number; first?: string }>(
    `select count(*)::int as count, (array_agg(event_id order by position))[1] as first from event
     where office = $1 having count(*) > 0`,
    [office],
  );
  return rows[0] ?? { count: 0 };
}

/** As many events at once as an append leaves in their order: it writes by stream and version. */
export function runs(events: readonly RecordedEvent[]): RecordedEvent[][] {
  const all: RecordedEvent[][] = [];
  for (const event of events) {
    const last = all.at(-1)?.at(-1);
    const goesOn =
      last !== undefined &&
      (event.subject > last.subject || (event.subject === last.subject && event.version > last.version));
    if (goesOn) all.at(-1)?.push(event);
    else all.push([event]);
  }
  return all;
}

async function appendRun(
  db: PoolClient,
  office: string,
  run: readonly RecordedEvent[],
  enclosed: Enclosed,
): Promise<void> {
  const rows = run.map((event, index) => ({
    o: office,
    id: event.eventId,
    k: event.kind,
    s: event.subject,
    v: event.version,
    t: event.type,
    sv: event.schemaVersion,
    at: event.recordedAt,
    a: event.actor,
    b: event.onBehalfOf,
    c: event.commandId,
    n: event.ordinal,
    cor: event.correlationId,
    cau: event.causationId,
    r: event.rule,
    m: event.meta,
    d: event.data,
    ch: run[index - 1]?.subject === event.subject,
  }));
  const acts = new Set(run.map(({ commandId }) => commandId));
  const enclosures = [...acts].flatMap((act) => enclosed.get(act) ?? []);
  const kept = enclosures.flatMap((enclosure) => enclosure.rows);
  const [first] = enclosures;
  if (first) await db.query(first.statement.text, [JSON.stringify(rows), rows.length, JSON.stringify(kept)]);
  else await db.query(APPEND, [JSON.stringify(rows), rows.length]);
}
