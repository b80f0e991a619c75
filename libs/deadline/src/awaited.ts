import type { Parked } from '#parked';
import type { Pool, PoolClient } from 'pg';
import type { DueStep, StepTaker } from './step.js';
import { AWAITED_RESTS, CLAIM_ENDS, troubleOf, workOf } from './sweep.js';

const BATCH = 500;

/**
 * Takes up what waited for a calendar that is known now, in batches; returns how many steps were looked at. This is where a
 * year's calendar that has become known completes what waits for it, whoever brought it in. One that fails is parked.
 */
export async function sweepAwaited(
  pool: Pool,
  office: string,
  knownYears: readonly number[],
  take: StepTaker,
  parked: Pick<Parked, 'note'>,
): Promise<number> {
  let total = 0;
  for (;;) {
    const steps = await claim(pool, office, knownYears);
    if (steps.length === 0) return total;
    const outcomes = await take(office, steps);
    for (const [index, step] of steps.entries()) {
      const outcome = outcomes[index];
      if (outcome?.came === 'to-nothing') await drop(pool, step);
      const error = await troubleOf(pool, office, 'awaited', outcome);
      if (error !== undefined) await parked.note(workOf(step), step.step, error);
    }
    total += steps.length;
    if (steps.length < BATCH) return total;
  }
}

/** Whether something waits for a calendar that is known now. */
export async function calendarHasCome(
  db: Pool | PoolClient,
  office: string,
  knownYears: readonly number[],
): Promise<boolean> {
  const { rowCount } = await db.query(
    `select from rm_awaited.awaited t
     where office = $1 and year = any($2::int[]) and not ${AWAITED_RESTS} limit 1`,
    [office, knownYears],
  );
  return rowCount === 1;
}

/** What waits for a calendar, by office and year. */
export interface AwaitedCalendar {
  office: string;
  year: number;
  occurrences: number;
}

/** The calendars that something of an office waits for. */
export async function awaitedCalendars(pool: Pool, office: string): Promise<AwaitedCalendar[]> {
  const { rows } = await pool.query<AwaitedCalendar>(
    `select office, year, count(*)::int as occurrences from rm_awaited.awaited
     where office = $1 group by office, year order by year`,
    [office],
  );
  return rows;
}

async function claim(pool: Pool, office: string, years: readonly number[]): Promise<DueStep[]> {
  const { rows } = await pool.query<Omit<DueStep, 'office'>>(
    `with known as (
       select subject, occurrence_id from rm_awaited.awaited t
       where office = $1 and year = any($2::int[]) and not ${AWAITED_RESTS} and (claimed_until is null or claimed_until < clock_timestamp())
       order by since limit $3 for update skip locked)
     update rm_awaited.awaited t set claimed_until = ${CLAIM_ENDS}
     from known where t.office = $1 and t.subject = known.subject and t.occurrence_id = known.occurrence_id
     returning t.subject, t.occurrence_id as "occurrenceId", t.step, t.since::text as at, t.since as due, t.cause, t.correlation`,
    [office, years, BATCH],
  );
  return rows.map((row) => ({ office, ...row }));
}

/** What has no sense any more waits for nothing. */
const drop = (pool: Pool, { office, subject, occurrenceId, cause }: DueStep): Promise<unknown> =>
  pool.query(
    'delete from rm_awaited.awaited where office = $1 and subject = $2 and occurrence_id = $3 and cause = $4',
    [office, subject, occurrenceId, cause],
  );
