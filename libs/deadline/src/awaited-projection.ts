import { sqlFile } from '#kernel';
import type { Projection } from '#projection';
import { agendaOf } from './agenda-projection.js';
import { keepYears } from './awaited-years.js';

/** Keeps in sight what waits for a calendar, from the events whose data carry an agenda. */
export const awaitedProjection = (types: readonly string[]): Projection => ({
  name: 'awaited',
  version: 1,
  types,
  ddl: sqlFile('./awaited.sql', import.meta.url),
  async apply(db, events) {
    const items = new Map(
      events.flatMap((event) =>
        agendaOf(event).map(({ occurrenceId, awaits }) => [
          event.subject + occurrenceId,
          {
            office: event.office,
            subject: event.subject,
            occurrence: occurrenceId,
            year: awaits?.year ?? null,
            step: awaits?.step ?? null,
            since: event.recordedAt,
            cause: event.eventId,
            correlation: event.correlationId ?? event.commandId,
          },
        ]),
      ),
    );
    const all = [...items.values()];
    // Hardly ever does anything wait: that nothing does costs one look, not one at each item.
    const { rows: waiting } = await db.query('select from awaited limit 1');
    if (waiting.length > 0)
      await db.query(
        `delete from awaited using json_to_recordset($1::json) as item(office text, subject uuid, occurrence uuid)
         where awaited.office = item.office and awaited.subject = item.subject and occurrence_id = item.occurrence`,
        [JSON.stringify(all)],
      );
    const awaiting = all.filter(({ year }) => year !== null);
    if (awaiting.length > 0)
      await db.query(
        `insert into awaited (office, subject, occurrence_id, year, step, since, cause, correlation)
         select office, subject, occurrence, year, step, since, cause, correlation from json_to_recordset($1::json)
           as item(office text, subject uuid, occurrence uuid, year int, step text, since timestamptz, cause uuid, correlation uuid)`,
        [JSON.stringify(awaiting)],
      );
    await keepYears(db, awaiting);
  },
});
