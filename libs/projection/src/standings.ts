import type { LogPosition } from '#event-store';
import type { Pool } from 'pg';

/** Where a projection stands, for operators. */
export interface Standing {
  office: string;
  projection: string;
  position: number;
  behind: number;
  stoppedAt: number | null;
  error: string | null;
}

/** Which readers are asked for: of these offices alone, only those that stopped, no more than so many. */
export interface WhichReaders {
  offices?: readonly string[];
  stopped?: boolean;
  limit?: number;
}

/** The readers' places against their offices' logs; of all, where nothing narrows it down. */
export async function standings(
  db: Pool,
  { offices, stopped = false, limit }: WhichReaders = {},
): Promise<Standing[]> {
  const { rows } = await db.query<{
    office: string;
    projection: string;
    position: string;
    behind: string;
    stopped_at: string | null;
    error: string | null;
  }>(
    `select c.office, c.projection, c.position, c.stopped_at, c.error,
            events_behind(c.office, c.transaction_id, c.position, 100000) as behind
     from public.checkpoint c join public.followed_office using (office)
     where c.generation = 'live' and ($1::text[] is null or c.office = any($1)) and (not $2 or c.stopped_at is not null)
     order by c.office, c.projection limit $3`,
    [offices ?? null, stopped, limit ?? null],
  );
  return rows.map((row) => ({
    office: row.office,
    projection: row.projection,
    position: Number(row.position),
    behind: Number(row.behind),
    stoppedAt: row.stopped_at === null ? null : Number(row.stopped_at),
    error: row.error,
  }));
}

/** How many readers have stopped, in all offices. */
export async function howManyStopped(db: Pool): Promise<number> {
  const { rows } = await db.query<{ n: number }>(
    `select count(*)::int as n from public.checkpoint where generation = 'live' and stopped_at is not null`,
  );
  return rows[0]?.n ?? 0;
}

/** Whether a reader of an office that has not stopped has not seen all yet. */
export async function isBehind(db: Pool, office: string): Promise<boolean> {
  const { rowCount } = await db.query(
    `select from public.checkpoint where office = $1 and generation = 'live' and stopped_at is null
       and events_behind(office, transaction_id, position, 1) > 0 limit 1`,
    [office],
  );
  return rowCount === 1;
}

/** Whether all read models of an office that have not stopped hold what lies up to a place of its log. */
export async function areListedUpTo(
  db: Pool,
  office: string,
  { transactionId, position }: LogPosition,
): Promise<boolean> {
  const { rowCount } = await db.query({
    name: 'are_listed_up_to',
    // Reactions have no tables, and so no version of any.
    text: `select from public.checkpoint where office = $1 and generation = 'live' and version > 0 and stopped_at is null
             and (transaction_id, position) < ($2::xid8, $3::bigint) limit 1`,
    values: [office, transactionId, position],
  });
  return rowCount === 0;
}

/** Whether a projection has taken in an event's position. */
export async function hasReached(
  db: Pool,
  office: string,
  projection: string,
  position: number,
): Promise<boolean | 'no such position'> {
  const { rows } = await db.query<{ reached: boolean | null }>({
    name: 'has_reached',
    text: `select (c.transaction_id, c.position) >= (e.transaction_id, e.position) as reached
           from public.event e left join public.checkpoint c
             on c.office = e.office and c.projection = $2 and c.generation = 'live'
           where e.office = $1 and e.position = $3`,
    values: [office, projection, position],
  });
  return rows[0] ? (rows[0].reached ?? false) : 'no such position';
}
