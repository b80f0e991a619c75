import { inOffice, sqlFile } from '#kernel';
import { followedOffices, inTransaction } from '#projection';
import type { Pool } from 'pg';

/** A day with its office hours (giờ hành chính), none on a day off. */
export interface CalendarDay {
  day: string;
  open: { from: Date; to: Date }[];
}

/** A person's act outside office hours, by the office's own calendar where it has one of that day; of an event named `e`. */
export const IS_OUTSIDE_HOURS = `e.actor not like 'worker:%' and exists (select from public.calendar_day d
  where d.day = (e.recorded_at at time zone 'Asia/Ho_Chi_Minh')::date and d.office in ('', e.office) and not e.recorded_at <@ d.open
    and (d.office <> '' or not exists (select from public.calendar_day own where own.office = e.office and own.day = d.day)))`;

/** The office hours of a day, each from and to in milliseconds; none on a day off. */
export interface HoursOfDay {
  day: string;
  open: [from: number, to: number][];
}

/** As `IS_OUTSIDE_HOURS`, by the hours of the event's day; never where the year's calendar is not known. */
export const isOutside = (
  { actor, recordedAt }: { actor: string; recordedAt: Date },
  hours: HoursOfDay | undefined,
): boolean => {
  if (!hours || actor.startsWith('worker:')) return false;
  const instant = recordedAt.getTime();
  return !hours.open.some(([from, to]) => from <= instant && instant < to);
};

/** A statement of a file that names this `is_outside_hours(e)`: a function in SQL would be called for each row, and not be part of the plan. */
export const withOfficeHours = (sql: string): string =>
  sql.replaceAll('is_outside_hours(e)', `(${IS_OUTSIDE_HOURS})`);

const UNLIST_OUTSIDE = sqlFile('./unlist-outside.sql', import.meta.url);
const RELIST_OUTSIDE = withOfficeHours(sqlFile('./relist-outside.sql', import.meta.url));

/** The calendar of all offices that have none of their own. */
const OF_ALL = '';

/**
 * Lets the database know the calendar, of all offices or one's own; what the trail holds from the first day on that is another
 * now is judged anew.
 */
export async function keepOfficeHours(
  pool: Pool,
  days: Iterable<CalendarDay>,
  of: string = OF_ALL,
): Promise<void> {
  const changed = await replaceDays(pool, [...days], of);
  if (changed.length === 0) return;
  for (const office of of === OF_ALL ? await followedOffices(pool) : [of])
    await inOffice(office, () => judgeAnew(pool, office, changed));
}

/** Answers the days that are not what they were, or were not known. */
async function replaceDays(pool: Pool, days: CalendarDay[], office: string): Promise<string[]> {
  const range = ({ from, to }: CalendarDay['open'][number]) => `[${from.toISOString()},${to.toISOString()})`;
  const { rows } = await pool.query<{ day: string }>(
    `with known as (select * from json_to_recordset($1::json) as known(day date, open tstzmultirange)),
     gone as (delete from calendar_day where office = $2 and day not in (select day from known) returning day),
     kept as (
       insert into calendar_day as before (office, day, open) select $2, day, open from known
       on conflict (office, day) do update set open = excluded.open where before.open <> excluded.open returning day)
     select day::text from gone union all select day::text from kept`,
    [JSON.stringify(days.map(({ day, open }) => ({ day, open: `{${open.map(range).join(',')}}` }))), office],
  );
  return rows.map(({ day }) => day);
}

/** While nothing is taken into the office's trail. */
function judgeAnew(pool: Pool, office: string, days: string[]): Promise<void> {
  return inTransaction(pool, async (db) => {
    await db.query('select from rm_trail.reach where office = $1 for update', [office]);
    const { rows } = await db.query<{ first: string | null }>(
      `select min(first) as first from rm_trail.recorded_hour
       where office = $1 and (hour at time zone 'Asia/Ho_Chi_Minh')::date = any($2::date[])`,
      [office, days],
    );
    const first = rows[0]?.first ?? null;
    if (first === null) return;
    await db.query(UNLIST_OUTSIDE, [office, first]);
    await db.query(RELIST_OUTSIDE, [office, first]);
  });
}
