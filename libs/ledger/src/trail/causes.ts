import type { EventRow } from '#event-store';
import type { Pool } from 'pg';

/** The events that caused some entries of an office's trail, by id. */
export async function causesOf(pool: Pool, office: string, rows: EventRow[]): Promise<Map<string, EventRow>> {
  const found = new Map(rows.map((row) => [row.event_id, row]));
  const missing = () => [
    ...new Set(rows.flatMap(({ causation_id: id }) => (id === null || found.has(id) ? [] : [id]))),
  ];
  // What the projected trail does not know yet is at the log's end, where block ranges find it.
  for (const query of [BY_TRAIL, BY_LOG]) {
    const ids = missing();
    if (ids.length === 0) break;
    const { rows: causes } = await pool.query<EventRow>(query, [office, ids]);
    for (const cause of causes) found.set(cause.event_id, cause);
  }
  return found;
}

const BY_TRAIL = `select event.* from rm_trail.entry
  join event on event.office = $1 and event.position = entry.position
  where entry.office = $1 and entry.event_id = any ($2::uuid[])`;
const BY_LOG = 'select * from event where office = $1 and event_id = any ($2::uuid[])';
