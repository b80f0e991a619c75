import type { StoredEvent } from '#event-store';
import { sqlFile } from '#kernel';
import type { Projection } from '#projection';

/** What an event says is still to happen to an occurrence: steps with their instants, earliest first. */
interface AgendaItem {
  occurrenceId: string;
  due: string;
  alarms: { at: string; step: string }[];
}

/** Keeps the agenda from the events whose data carry one (`data.agenda`); a capability says which types may. */
export const agendaProjection = (types: readonly string[]): Projection => ({
  name: 'agenda',
  types,
  ddl: sqlFile('./agenda.sql', import.meta.url),
  async apply(db, events) {
    const rows = new Map<string, object>();
    for (const event of events) {
      for (const item of agendaOf(event)) {
        rows.set(event.subject + item.occurrenceId, {
          o: event.office,
          s: event.subject,
          i: item.occurrenceId,
          d: item.due,
          w: item.alarms[0]?.at ?? null,
          a: item.alarms,
          c: event.eventId,
          r: event.correlationId ?? event.commandId,
        });
      }
    }
    if (rows.size === 0) return;
    const all = JSON.stringify([...rows.values()]);
    await db.query(
      `with item as (select * from json_to_recordset($1::json) as x(o text, s uuid, i uuid, w timestamptz))
       delete from occurrence t using item
       where item.w is null and t.office = item.o and t.subject = item.s and t.occurrence_id = item.i`,
      [all],
    );
    await db.query(
      `insert into occurrence (office, subject, occurrence_id, due, wake_at, alarms, cause, correlation)
       select o, s, i, d, w, a, c, r from json_to_recordset($1::json)
         as x(o text, s uuid, i uuid, d timestamptz, w timestamptz, a jsonb, c uuid, r uuid)
       where w is not null
       on conflict (office, subject, occurrence_id) do update
         set due = excluded.due, wake_at = excluded.wake_at, alarms = excluded.alarms, cause = excluded.cause,
             correlation = excluded.correlation, claimed_until = null`,
      [all],
    );
  },
});

function agendaOf(event: StoredEvent): AgendaItem[] {
  const { agenda } = event.data;
  return Array.isArray(agenda) ? (agenda as AgendaItem[]) : [];
}
