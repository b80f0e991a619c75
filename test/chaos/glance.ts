import pg from 'pg';

/** What is done and what is under way in the service, as of one moment of the database. */
export interface Glance {
  /** Where all readers stand, added up: it grows as read models move. */
  read: number;
  /** Due steps that came to an event. */
  steps: number;
  readersBehind: number;
  stepsDue: number;
  stepsTaken: number;
  messagesWaiting: number;
  unsealed: number;
}

const GLANCE = `
  with present as (
    select max(simulated + (clock_timestamp() - real)) as at from simulated_clock),
  due as (select claimed_until from rm_agenda.occurrence, present where wake_at <= present.at)
  select (select coalesce(sum(position), 0) from checkpoint where generation = 'live')::float8 as read,
         (select count(*) from event where actor = 'worker:deadlines')::int as steps,
         (select count(*) from checkpoint where generation = 'live'
            and events_behind(office, transaction_id, position, 1) > 0)::int as "readersBehind",
         (select count(*) from due)::int as "stepsDue",
         (select count(*) from due where claimed_until > clock_timestamp())::int as "stepsTaken",
         (select count(*) from outbox where state = 'waiting')::int as "messagesWaiting",
         (select count(*) from ledger.head h
            where events_behind(h.office, h.transaction_id, h.position, 1) > 0)::int as unsealed`;

/** Looks into the database while it may be killed at any moment; undefined where it can't be reached. */
export async function glance(databaseUrl: string): Promise<Glance | undefined> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 2_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return (await client.query<Glance>(GLANCE)).rows[0];
  } catch {
    return undefined;
  } finally {
    await client.end().catch(() => undefined);
  }
}
