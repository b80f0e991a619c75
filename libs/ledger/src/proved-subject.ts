import { LogReader, Upcasters, type EventRow, type StoredEvent } from '#event-store';
import type { Pool } from 'pg';
import type { PublishedLedger } from './published.js';
import { entryOf } from './seal/entry.js';

/** An event as the log holds it, its entry, and the way from that to the root of the tree. */
export interface ProvedEvent {
  event: StoredEvent;
  index: number;
  entry: Buffer;
  path: Buffer[];
}

const reader = new LogReader(new Upcasters());

/**
 * The events of one subject up to a version, each proved under the tree of a size (chứng minh mọi sự kiện của một đối
 * tượng); undefined where one of them is not in that tree yet.
 */
export async function provedSubject(
  pool: Pool,
  ledger: PublishedLedger,
  office: string,
  { subject, through, size }: { subject: string; through: number; size: number },
): Promise<ProvedEvent[] | undefined> {
  const { rows } = await pool.query<EventRow>({
    name: 'events_of_subject_through',
    text: 'select * from event where office = $1 and subject = $2 and version <= $3 order by version',
    values: [office, subject, through],
  });
  const places = await ledger.placesOf(
    office,
    rows.map(({ position }) => position),
  );
  const indexOf = new Map(places.map(({ position, index }) => [position, index]));
  const tree = ledger.tree(office, size);
  const proved: ProvedEvent[] = [];
  for (const row of rows) {
    const index = indexOf.get(row.position);
    if (index === undefined || index >= size) return undefined;
    const event = reader.toEvent(row);
    proved.push({ event, index, entry: entryOf(event, index), path: await tree.inclusion(index) });
  }
  return proved;
}
