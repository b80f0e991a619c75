import { LOG_START, type LogPosition } from '#event-store';
import type { Pool, PoolClient } from 'pg';
import { READS, workerOf } from './set-aside.js';

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

export async function followedOffices(db: Pool): Promise<string[]> {
  const { rows } = await db.query<{ office: string }>(
    'select office from public.followed_office order by office',
  );
  return rows.map(({ office }) => office);
}

/** Every serving projection's place against its office's log. */
export async function standings(db: Pool): Promise<Standing[]> {
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
     where c.generation = 'live' order by c.office, c.projection`,
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

/**
 * Offices in which a reader has not seen all yet, or is to try again what it set aside; `running`: leaving out the latter,
 * and those that stopped.
 */
export async function officesBehind(db: Pool, running = false): Promise<string[]> {
  const { rows } = await db.query<{ office: string }>(
    `select distinct office from public.checkpoint join public.followed_office using (office)
     where generation = 'live' and events_behind(office, transaction_id, position, 1) > 0 and not ($1 and stopped_at is not null)
     union select office from public.parked_due() where not $1 and starts_with(worker, $2)`,
    [running, READS],
  );
  return rows.map(({ office }) => office);
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
