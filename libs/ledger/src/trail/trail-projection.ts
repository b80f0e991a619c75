import type { StoredEvent } from '#event-store';
import { dayOf, sqlFile } from '#kernel';
import type { Projection } from '#projection';
import type { PoolClient } from 'pg';
import { listing, nameOf, type LastRow, type List, type Taken } from './listing.js';
import { isOutside, type HoursOfDay } from './office-hours.js';

const LAST_ROWS = sqlFile('./last-rows.sql', import.meta.url);
const TAKE_IN = sqlFile('./take-in.sql', import.meta.url);
const TAKE_IN_LATE = sqlFile('./take-in-late.sql', import.meta.url);

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

/** Where events go is worked out here: sorting a slice's lists took the database longer than writing them. */
async function takeIn(db: PoolClient, office: string, events: StoredEvent[]): Promise<void> {
  const end = events.at(-1);
  // First of all: whoever goes by a changed calendar waits for this row, and sees what is taken in behind it.
  await db.query({
    name: 'trail_reaches',
    text: `insert into reach as known values ($1, $2, $3) on conflict (office) do update
             set transaction_id = excluded.transaction_id, position = excluded.position
             where (excluded.transaction_id, excluded.position) > (known.transaction_id, known.position)`,
    values: [office, end?.transactionId, end?.position],
  });
  const ordered = events.toSorted((a, b) => a.position - b.position);
  const { rows, days } = await ground(db, office, ordered);
  const open = new Map(days.map((day) => [day.day, day]));
  const outside = ordered.filter((event) => isOutside(event, open.get(dayOf(event.recordedAt))));
  const { grown, begun, late } = listing([...listsOf(ordered), ...outsideLists(outside)], rows);
  const [naming, plain] = [ordered.filter(names), ordered.filter((event) => !names(event))];
  await db.query({
    name: 'trail_takes_in',
    text: TAKE_IN,
    values: [
      office,
      `{${plain.map(({ position }) => position).join(',')}}`,
      `{${plain.map(({ eventId }) => eventId).join(',')}}`,
      JSON.stringify(naming.map(named)),
      JSON.stringify(hoursOf(ordered)),
      JSON.stringify(grown),
      JSON.stringify(begun),
    ],
  });
  if (late.length > 0)
    await db.query({
      name: 'trail_takes_in_late',
      text: TAKE_IN_LATE,
      values: [office, JSON.stringify(late)],
    });
}

/** The last rows of all lists that some of the events may go into, and the office hours of their days. */
async function ground(
  db: PoolClient,
  office: string,
  events: StoredEvent[],
): Promise<{ rows: LastRow[]; days: HoursOfDay[] }> {
  const lists = [...listsOf(events), ...outsideLists(events)];
  const { rows } = await db.query<{ rows: LastRow[]; days: HoursOfDay[] }>({
    name: 'trail_last_rows',
    text: LAST_ROWS,
    values: [
      office,
      lists.map(({ list }) => list),
      lists.map(({ key }) => key),
      [...new Set(events.map(({ recordedAt }) => dayOf(recordedAt)))],
    ],
  });
  return rows[0] ?? { rows: [], days: [] };
}

const listsOf = (events: StoredEvent[]): Taken[] =>
  inLists(events, ({ type, actor }) => [
    { list: 'type', key: type },
    { list: 'actor', key: actor },
  ]);

const outsideLists = (events: StoredEvent[]): Taken[] =>
  inLists(events, ({ actor }) => [
    { list: 'outside', key: '' },
    { list: 'outside-actor', key: actor },
  ]);

function inLists(events: StoredEvent[], ofEvent: (event: StoredEvent) => List[]): Taken[] {
  const lists = new Map<string, Taken>();
  for (const event of events)
    for (const { list, key } of ofEvent(event)) {
      const name = nameOf({ list, key });
      const known = lists.get(name) ?? { list, key, positions: [] };
      lists.set(name, known);
      known.positions.push(event.position);
    }
  return [...lists.values()];
}

const names = ({ onBehalfOf, correlationId, causationId, meta }: StoredEvent): boolean =>
  (onBehalfOf ?? correlationId ?? causationId ?? meta.delegation ?? null) !== null;

const named = ({ position, eventId, onBehalfOf, meta, correlationId, causationId }: StoredEvent) => ({
  ...{ position, id: eventId, principal: onBehalfOf, delegation: meta.delegation },
  ...{ correlation: correlationId, cause: causationId },
});

const HOUR_MS = 3_600_000;

/** Between which positions the events of each hour lie. */
function hoursOf(events: StoredEvent[]): { hour: Date; first: number; last: number }[] {
  const hours = new Map<number, { hour: Date; first: number; last: number }>();
  for (const { recordedAt, position } of events) {
    const hour = Math.floor(recordedAt.getTime() / HOUR_MS);
    const known = hours.get(hour);
    if (known) known.last = position;
    else hours.set(hour, { hour: new Date(hour * HOUR_MS), first: position, last: position });
  }
  return [...hours.values()];
}
