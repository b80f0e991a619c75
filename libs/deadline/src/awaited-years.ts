import { inOffice } from '#kernel';
import { inTransaction } from '#projection';
import type { Pool, PoolClient } from 'pg';
import { calendarHasCome } from './awaited.js';

/** Keeps for which years' calendars something may wait; within the transaction that makes it wait. */
export async function keepYears(
  db: PoolClient,
  awaited: { office: string; year: number | null }[],
): Promise<void> {
  if (awaited.length === 0) return;
  // Locks the row that is there: who finds nothing waiting meanwhile must not take it away.
  await db.query(
    `insert into public.awaited_year
     select distinct office, year from json_to_recordset($1::json) as x(office text, year int)
     on conflict (office, year) do update set year = excluded.year`,
    [JSON.stringify(awaited)],
  );
}

/** Offices where something may wait for one of these years, or for one that the office knows itself, by name: those after `after`, at most `limit`. */
export async function officesAwaiting(
  db: Pool,
  years: readonly number[] | 'any',
  after: string,
  limit: number,
): Promise<string[]> {
  const { rows } = await db.query<{ office: string }>(
    `select distinct w.office from public.awaited_year w
     where ($1::int[] is null or w.year = any($1) or exists (
       select from public.office_year own where own.office = w.office and own.year = w.year))
       and w.office > $2 order by w.office limit $3`,
    [years === 'any' ? null : years, after, limit],
  );
  return rows.map(({ office }) => office);
}

/** Forgets known years for which nothing of an office waits any more; what failed and rests is tried again by real time. */
export const forgetYearsThatCame = (pool: Pool, office: string, years: readonly number[]): Promise<void> =>
  inOffice(office, () =>
    inTransaction(pool, async (db) => {
      const held = await db.query(
        'select from public.awaited_year where office = $1 and year = any($2::int[]) for update',
        [office, years],
      );
      if (held.rowCount === 0 || (await calendarHasCome(db, office, years))) return;
      await db.query('delete from public.awaited_year where office = $1 and year = any($2::int[])', [
        office,
        years,
      ]);
    }),
  );
