import type { StoredEvent } from '#event-store';
import { rowsByColumn, rowsFrom, sqlFile, type ColumnTypes } from '#kernel';
import type { Projection } from '#projection';
import type { AgendaItem } from './agenda.js';
import { bringForward } from './next-alarm.js';

/** An occurrence as it goes to the database; nothing of it is left where there is no `w`. */
interface Row {
  o: string;
  s: string;
  i: string;
  d: string | null;
  w: string | null;
  a: AgendaItem['alarms'];
  c: string;
  r: string;
}

const ROW: ColumnTypes<Row> = {
  ...{
    o: 'text',
    s: 'uuid',
    i: 'uuid',
    d: 'timestamptz',
    w: 'timestamptz',
    a: 'jsonb',
    c: 'uuid',
    r: 'uuid',
  },
};

/** Keeps the agenda from the events whose data carry one (`data.agenda`); a capability says which types may. */
export const agendaProjection = (types: readonly string[]): Projection => ({
  name: 'agenda',
  version: 1,
  types,
  ddl: sqlFile('./agenda.sql', import.meta.url),
  async apply(db, events) {
    const rows = new Map<string, Row>();
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
    const [on, off] = [
      [...rows.values()].filter(({ w }) => w !== null),
      [...rows.values()].filter(({ w }) => w === null),
    ];
    if (off.length > 0)
      await db.query(
        `delete from occurrence t using json_to_recordset($1::json) as item(o text, s uuid, i uuid)
         where t.office = item.o and t.subject = item.s and t.occurrence_id = item.i`,
        [JSON.stringify(off.map(({ o, s, i }) => ({ o, s, i })))],
      );
    if (on.length > 0)
      await db.query(
        `insert into occurrence (office, subject, occurrence_id, due, wake_at, alarms, cause, correlation)
         select o, s, i, d, w, a, c, r from ${rowsFrom(ROW, 1)}
         on conflict (office, subject, occurrence_id) do update
           set due = excluded.due, wake_at = excluded.wake_at, alarms = excluded.alarms, cause = excluded.cause,
               correlation = excluded.correlation, claimed_until = null`,
        rowsByColumn(ROW, on),
      );
    await bringForward(
      db,
      on.flatMap(({ o: office, w: at }) => (at === null ? [] : [{ office, at }])),
    );
  },
});

/** What an event says is still to happen. */
export function agendaOf(event: StoredEvent): AgendaItem[] {
  const { agenda } = event.data;
  return Array.isArray(agenda) ? (agenda as AgendaItem[]) : [];
}
