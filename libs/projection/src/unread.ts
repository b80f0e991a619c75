import type { LogPosition } from '#event-store';
import type { Pool } from 'pg';

/**
 * Offices with a commit that a reader may not have seen, by name: those after `after`, at most `limit`. One look along an
 * index, whose cost follows the offices that have news, however many there are.
 */
export async function unreadOffices(db: Pool, after: string, limit: number): Promise<string[]> {
  const { rows } = await db.query<{ office: string }>({
    name: 'unread_offices',
    text: `with recursive unread(office) as (
             (select office from public.unread_commit where office > $1 order by office limit 1)
             union all
             select (select c.office from public.unread_commit c where c.office > unread.office order by c.office limit 1)
             from unread where unread.office is not null)
           -- As they are found, in the order of their names, and no more: a join would gather all of them first.
           select office from unread
           where (select true from public.followed_office f where f.office = unread.office) limit $2`,
    values: [after, limit],
  });
  return rows.map(({ office }) => office);
}

/** Marks as unread every office in which one of the readers has not begun yet. */
export async function markUnbegun(db: Pool, readers: readonly string[]): Promise<void> {
  await db.query(
    `insert into public.unread_commit (office)
     select office from public.followed_office f
     where (select count(*) from public.checkpoint c
            where c.office = f.office and c.generation = 'live' and c.projection = any($1)) < cardinality($1::text[])`,
    [readers],
  );
}

/**
 * Forgets which commits of an office were unread, as far as all of its readers have come, and the places in `also`; within
 * the office. A commit that can be seen shows all its events: where the slowest reader is past them, nothing is unread.
 */
export async function forgetRead(
  db: Pool,
  office: string,
  readers: readonly string[],
  also: readonly LogPosition[],
): Promise<void> {
  await db.query({
    name: 'forget_read',
    text: `with place as (
             select transaction_id, position from public.checkpoint
             where office = $1 and generation = 'live' and projection = any($2)
             union all
             select * from unnest($3::xid8[], $4::bigint[])),
           slowest as (
             select transaction_id, position from place
             where (select count(*) from place) = cardinality($2::text[]) + cardinality($3::xid8[])
             order by transaction_id, position limit 1),
           unseen as materialized (
             select (select e.transaction_id from public.event e
                     where e.office = $1 and (e.transaction_id, e.position) > (slowest.transaction_id, slowest.position)
                     order by e.transaction_id, e.position limit 1) as first
             from slowest)
           delete from public.unread_commit c using unseen
           where c.office = $1 and (unseen.first is null or c.transaction_id < unseen.first)`,
    values: [
      office,
      readers,
      also.map(({ transactionId }) => transactionId),
      also.map(({ position }) => position),
    ],
  });
}
