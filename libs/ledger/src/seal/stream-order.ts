import type { StoredEvent } from '#event-store';
import { formatInstant } from '#kernel';
import type { PoolClient } from 'pg';

/** A stream's versions follow each other and its recorded time never goes back; what breaks that, in a sentence. */
export async function clockWentBack(db: PoolClient, events: StoredEvent[]): Promise<string | undefined> {
  const last = await predecessors(db, events);
  for (const { subject, version, recordedAt, position, type } of events) {
    const before = last.get(subject);
    if (version !== (before?.version ?? 0) + 1)
      return `Event ${position} (${type}) is version ${version} of ${subject}, after ${before?.version ?? 0}.`;
    if (before && recordedAt < before.recordedAt)
      return `Event ${position} (${type}) of ${subject} is recorded at ${formatInstant(recordedAt)}, before its predecessor at ${formatInstant(before.recordedAt)}.`;
    last.set(subject, { version, recordedAt });
  }
  return undefined;
}

type Place = Pick<StoredEvent, 'version' | 'recordedAt'>;

/** What each stream's first event here comes after. */
async function predecessors(db: PoolClient, events: StoredEvent[]): Promise<Map<string, Place>> {
  const first = new Map<string, StoredEvent>();
  for (const event of events) if (!first.has(event.subject)) first.set(event.subject, event);
  const wanted = [...first.values()].filter(({ version }) => version > 1);
  if (wanted.length === 0) return new Map();
  const { rows } = await db.query<{ subject: string; version: number; recorded_at: Date }>({
    name: 'predecessors',
    // A range of one version, in order, can only walk the stream's key; a join is planned for a log that was empty once.
    text: `select e.subject, e.version, e.recorded_at
           from unnest($2::uuid[], $3::int[]) as w(subject, version)
           cross join lateral (
             select subject, version, recorded_at from event
             where office = $1 and subject = w.subject and version between w.version - 1 and w.version - 1
             order by version limit 1) e`,
    values: [wanted[0]?.office, wanted.map((e) => e.subject), wanted.map((e) => e.version)],
  });
  return new Map(rows.map((row) => [row.subject, { version: row.version, recordedAt: row.recorded_at }]));
}
