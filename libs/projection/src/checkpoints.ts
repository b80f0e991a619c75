import { LOG_START, type LogPosition } from '#event-store';
import type { Pool, PoolClient } from 'pg';
import { workerOf } from './set-aside.js';

export type Generation = 'live' | 'next';

/** Where a projection stands, for operators. */
export interface Standing {
  office: string;
  projection: string;
  position: number;
  behind: number;
  stoppedAt: number | null;
  error: string | null;
}

/** A reader's place; `lacks`: it has set subjects aside in this office. */
export interface Place extends LogPosition {
  lacks: boolean;
}

/** Locks a checkpoint for this transaction; undefined when another worker holds it. */
export async function lockCheckpoint(
  db: PoolClient,
  office: string,
  projection: string,
  generation: Generation,
  wait = false,
): Promise<Place | undefined> {
  const { rows } = await db.query<{ transaction_id: string; position: string; lacks: boolean }>(
    `select transaction_id, position,
            exists (select from public.parked_work where office = $1 and worker = $4) as lacks
     from public.checkpoint
     where office = $1 and projection = $2 and generation = $3 for update of checkpoint ${wait ? '' : 'skip locked'}`,
    [office, projection, generation, workerOf(projection, generation)],
  );
  return (
    rows[0] && {
      transactionId: rows[0].transaction_id,
      position: Number(rows[0].position),
      lacks: rows[0].lacks,
    }
  );
}

export async function moveCheckpoint(
  db: PoolClient,
  office: string,
  projection: string,
  generation: Generation,
  to: LogPosition,
): Promise<void> {
  await db.query(
    `update public.checkpoint set transaction_id = $4, position = $5, stopped_at = null, error = null, moved_at = now()
     where office = $1 and projection = $2 and generation = $3`,
    [office, projection, generation, to.transactionId, to.position],
  );
}

export async function startCheckpoint(
  db: Pool | PoolClient,
  office: string,
  projection: string,
  generation: Generation,
  from: LogPosition = LOG_START,
): Promise<void> {
  await db.query(
    `insert into public.checkpoint (office, projection, generation, transaction_id, position)
     values ($1, $2, $3, $4, $5) on conflict do nothing`,
    [office, projection, generation, from.transactionId, from.position],
  );
}

/** Begins reading in each of the offices at the log's start; those where it has not begun have all unread. */
export async function startCheckpoints(db: Pool, offices: string[], projections: string[]): Promise<void> {
  await db.query(
    `with begun as (
       insert into public.checkpoint (office, projection, generation)
       select office, projection, 'live' from unnest($1::text[]) as office cross join unnest($2::text[]) as projection
       on conflict do nothing returning office)
     insert into public.unread_commit (office) select distinct office from begun`,
    [offices, projections],
  );
}

export async function hasCheckpoint(db: Pool, office: string, projection: string): Promise<boolean> {
  const { rows } = await db.query(
    `select from public.checkpoint where office = $1 and projection = $2 and generation = 'live'`,
    [office, projection],
  );
  return rows.length > 0;
}

export async function stopCheckpoint(
  db: Pool,
  projection: string,
  generation: Generation,
  at: { office: string; position: number },
  error: unknown,
): Promise<void> {
  await db.query(
    `update public.checkpoint set stopped_at = $4, error = $5
     where office = $1 and projection = $2 and generation = $3`,
    [at.office, projection, generation, at.position, error instanceof Error ? error.message : String(error)],
  );
}

/** Lets readers, the sealer and the sweep look at an office: the last step of its founding. */
export async function followOffice(db: Pool, office: string): Promise<void> {
  await db.query('insert into public.followed_office (office) values ($1) on conflict do nothing', [office]);
}

export async function howManyOffices(db: Pool): Promise<number> {
  const { rows } = await db.query<{ n: number }>('select count(*)::int as n from public.followed_office');
  return rows[0]?.n ?? 0;
}

export async function followedOffices(db: Pool): Promise<string[]> {
  const { rows } = await db.query<{ office: string }>(
    'select office from public.followed_office order by office',
  );
  return rows.map(({ office }) => office);
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

/** Whether a projection has taken in an event's position. */
export async function hasReached(
  db: Pool,
  office: string,
  projection: string,
  position: number,
): Promise<boolean> {
  const { rows } = await db.query<{ reached: boolean }>({
    name: 'has_reached',
    text: `select (c.transaction_id, c.position) >= (e.transaction_id, e.position) as reached
           from public.checkpoint c join public.event e on e.office = c.office and e.position = $3
           where c.office = $1 and c.projection = $2 and c.generation = 'live'`,
    values: [office, projection, position],
  });
  return rows[0]?.reached ?? false;
}
