import { inOffice } from '#kernel';
import { inTransaction } from '#projection';
import type { Pool, PoolClient } from 'pg';
import { nextWake } from './sweep.js';

/** In how many milliseconds an office is to be swept; not more than zero: now. */
export interface OfficeAlarm {
  office: string;
  inMs: number;
}

const IN_MS =
  '(extract(epoch from greatest(at, $1::timestamptz) - $1::timestamptz) * 1000)::float8 as "inMs"';

/** Offices where a step may fall due within `withinMs`, by name: those after `after`, at most `limit`. */
export async function nextAlarms(
  db: Pool,
  now: Date,
  withinMs: number,
  after: string,
  limit: number,
): Promise<OfficeAlarm[]> {
  const { rows } = await db.query<OfficeAlarm>({
    name: 'next_alarms',
    text: `select office, ${IN_MS} from public.next_alarm where at <= $2 and office > $3 order by office limit $4`,
    values: [now, new Date(now.getTime() + withinMs), after, limit],
  });
  return rows;
}

/** The same for one office; undefined where nothing is to come. */
export async function nextAlarmOf(db: Pool, now: Date, office: string): Promise<number | undefined> {
  const { rows } = await db.query<OfficeAlarm>({
    name: 'next_alarm_of',
    text: `select office, ${IN_MS} from public.next_alarm where office = $2`,
    values: [now, office],
  });
  return rows[0]?.inMs;
}

/** Brings an office's alarm forward to where a step falls due by then; within the transaction that sets the step. */
export async function bringForward(db: PoolClient, alarms: { office: string; at: string }[]): Promise<void> {
  if (alarms.length === 0) return;
  // Locks the row also where it is early enough: who looks at the whole agenda meanwhile must not overlook these steps.
  await db.query(
    `insert into public.next_alarm
     select office, min(at) from json_to_recordset($1::json) as x(office text, at timestamptz) group by office
     on conflict (office) do update set at = excluded.at where excluded.at < next_alarm.at`,
    [JSON.stringify(alarms)],
  );
}

/** Sets an office's alarm to when its next step falls due. What failed and rests is no alarm: it is tried again by real time. */
export const setAlarmAnew = (pool: Pool, office: string): Promise<void> =>
  inOffice(office, () =>
    inTransaction(pool, async (db) => {
      // Locked first and looked at after it: what a reader brings in meanwhile waits, and comes on top.
      const { rowCount } = await db.query('select from public.next_alarm where office = $1 for update', [
        office,
      ]);
      if (rowCount === 0) return;
      const at = await nextWake(db, office);
      if (at) await db.query('update public.next_alarm set at = $2 where office = $1', [office, at]);
      else await db.query('delete from public.next_alarm where office = $1', [office]);
    }),
  );
