import type { StoredEvent } from '#event-store';
import type { Parked } from '#parked';
import type { PoolClient } from 'pg';
import type { Generation } from './checkpoints.js';
import type { Failed } from './do-what-can-be.js';
import type { SubjectOf } from './projection.js';

/** A reader in an office, by the name under which what it failed at is parked. */
export interface Reader {
  office: string;
  worker: string;
  subjectOf: SubjectOf;
}

export const READS = 'read/';
/** The name under which a reader's failures are parked. */
export const workerOf = (reader: string, generation: Generation = 'live'): string =>
  (generation === 'live' ? READS : 'rebuild/') + reader;

/** Holds back the events of subjects that are set aside, in order behind those that wait; answers the others. */
export async function holdBack(
  db: PoolClient,
  { office, worker, subjectOf }: Reader,
  events: StoredEvent[],
): Promise<StoredEvent[]> {
  const { rows } = await db.query<{ subject: string }>(
    `select distinct subject from public.parked_work where office = $1 and worker = $2 and subject = any($3)`,
    [office, worker, [...new Set(events.map(subjectOf))]],
  );
  const aside = new Set(rows.map(({ subject }) => subject));
  const waiting = events.filter((event) => aside.has(subjectOf(event)));
  await putAside(db, { office, worker, subjectOf }, waiting);
  return waiting.length === 0 ? events : events.filter((event) => !aside.has(subjectOf(event)));
}

/** Sets the subjects of failed events aside, in sight, with all that comes later for them among `events`. */
export async function setAside(
  db: PoolClient,
  parked: Parked,
  reader: Reader,
  failures: Failed[],
  events: StoredEvent[],
): Promise<void> {
  if (failures.length === 0) return;
  const first = new Map(failures.map(({ event }) => [reader.subjectOf(event), event]));
  const reached = new Set<string>();
  const waiting = events.filter((event) => {
    const subject = reader.subjectOf(event);
    if (first.get(subject) === event) reached.add(subject);
    return reached.has(subject);
  });
  await putAside(db, reader, waiting);
  for (const { event, error } of failures)
    await parked.note(
      { office: reader.office, worker: reader.worker, subject: reader.subjectOf(event) },
      `${event.type} #${event.position}`,
      error,
      db,
    );
}

async function putAside(db: PoolClient, { office, worker, subjectOf }: Reader, events: StoredEvent[]) {
  if (events.length === 0) return;
  await db.query(
    `insert into public.set_aside (office, worker, subject, transaction_id, position)
     select $1, $2, * from unnest($3::text[], $4::xid8[], $5::bigint[]) on conflict do nothing`,
    [
      office,
      worker,
      events.map(subjectOf),
      events.map(({ transactionId }) => transactionId),
      events.map(({ position }) => position),
    ],
  );
}

/** The positions that wait of a subject, in commit order, no more than `limit`. */
export async function waitingOf(
  db: PoolClient,
  { office, worker }: Reader,
  subject: string,
  limit: number,
): Promise<number[]> {
  const { rows } = await db.query<{ position: string }>(
    `select position from public.set_aside where office = $1 and worker = $2 and subject = $3
     order by transaction_id, position limit $4`,
    [office, worker, subject, limit],
  );
  return rows.map(({ position }) => Number(position));
}

/** These no longer wait. */
export async function takenIn(
  db: PoolClient,
  { office, worker }: Reader,
  subject: string,
  positions: number[],
): Promise<void> {
  await db.query(
    `delete from public.set_aside where office = $1 and worker = $2 and subject = $3 and position = any($4::bigint[])`,
    [office, worker, subject, positions],
  );
}

/** Nothing is set aside any more by a reader in the connection's office. */
export async function forgetAside(db: PoolClient, office: string, worker: string): Promise<void> {
  await db.query('delete from public.set_aside where office = $1 and worker = $2', [office, worker]);
  await db.query('delete from public.parked_work where office = $1 and worker = $2', [office, worker]);
}

/** What the reader that was built anew set aside is from now on what the serving one lacks. */
export async function takeOverAside(db: PoolClient, office: string, name: string): Promise<void> {
  await forgetAside(db, office, workerOf(name));
  for (const table of ['public.set_aside', 'public.parked_work'])
    await db.query(`update ${table} set worker = $3 where office = $1 and worker = $2`, [
      office,
      workerOf(name, 'next'),
      workerOf(name),
    ]);
}
