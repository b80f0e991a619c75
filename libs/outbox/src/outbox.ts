import { LOG_START, type LogPosition } from '#event-store';
import type { Pool } from 'pg';

/** What is to go out of the house. */
export interface Message {
  /** Derived from its cause, so that the same cause makes one message. */
  id: string;
  channel: string;
  /** Channels to try, in turn, where this one can't reach the recipient. */
  fallbacks?: string[];
  recipient: string;
  /** Messages with the same key go out one after another, in the order in which they were put. */
  orderedBy?: string;
  body: object;
  /** The event it tells of. */
  cause: string;
}

/** A message with a worker that is to deliver it. */
export interface Outgoing {
  office: string;
  id: string;
  seq: number;
  channel: string;
  fallbacks: string[];
  recipient: string;
  body: unknown;
  cause: string;
  tries: number;
  createdAt: Date;
}

/** What came of a try. */
export type Outcome =
  | { state: 'delivered' }
  /** Tried again at that time, over that channel; `error` null: nothing was tried, as in quiet hours. */
  | { state: 'waiting'; nextAt: Date; channel: string; fallbacks: string[]; error: string | null }
  | { state: 'failed'; error: string };

/** A message as operators see it (nhật ký gửi). */
export interface Delivery {
  seq: number;
  id: string;
  channel: string;
  recipient: string;
  body: unknown;
  cause: string;
  state: string;
  created_at: Date;
  next_at: Date;
  delivered_at: Date | null;
  read_at: Date | null;
  attempts: { at: string; channel: string; error: string | null }[];
}

/** What does not get out, by office and channel. */
export interface OutboxFigure {
  office: string;
  channel: string;
  /** Tried in vain more than once, and tried again. */
  failing: number;
  /** Due for more than five minutes, and nobody tries. */
  stuck: number;
  /** Refused for good by the other side, or nobody can be reached there. */
  refused: number;
  /** Tried for two days in vain. */
  givenUp: number;
}

export interface DeliveryFilter {
  channel?: string | undefined;
  state?: string | undefined;
  cursor?: string | undefined;
  limit: number;
}

/** How far back a new way out of the house looks. */
export const NEWS_MS = 7 * 86_400_000;

/** So often a message is tried: for about two days. */
export const TRIES = 16;
const STUCK_MS = 5 * 60_000;

/** Whoever delivers a message says again and again that it is at it; a dead worker's messages are taken over in seconds. */
const CLAIM_ENDS = "clock_timestamp() + interval '8 seconds'";
const SEEN =
  'seq::int, id, channel, recipient, body, cause, state, created_at, next_at, delivered_at, read_at, attempts';

/** The outbox: messages wait in the database, not in a worker's memory. */
export class Outbox {
  constructor(private readonly pool: Pool) {}

  /** Puts messages in; one that is there already stays as it is. `delivered`: it need not go further than here. */
  async put(office: string, messages: Message[], now: Date, delivered = false): Promise<void> {
    if (messages.length === 0) return;
    await this.pool.query(
      `insert into outbox (office, id, channel, fallbacks, recipient, ordered_by, body, cause, created_at, next_at, state, delivered_at)
       select $1, m.id, m.channel, coalesce(m.fallbacks, '{}'), m.recipient, m."orderedBy", m.body, m.cause, $3, $3, $4,
              case when $4 = 'delivered' then $3::timestamptz end
       from rows from (jsonb_to_recordset($2) as (
              id uuid, channel text, fallbacks text[], recipient text, "orderedBy" text, body jsonb, cause uuid))
            with ordinality as m(id, channel, fallbacks, recipient, "orderedBy", body, cause, place)
       where not exists (select from outbox_past p where p.office = $1 and p.id = m.id)
       order by m.place -- they go out as they were put in, whatever plan the look-up above is given
       on conflict do nothing`,
      [office, JSON.stringify(messages), now, delivered ? 'delivered' : 'waiting'],
    );
  }

  /**
   * Where in an office's log to begin telling of it: behind what was recorded before an instant. A new installation does
   * not write to people about last year; what was told already is known by its id.
   */
  async beginningAt(office: string, since: Date): Promise<LogPosition> {
    const { rows } = await this.pool.query<{ transaction_id: string; position: string }>(
      `select transaction_id, position from event where office = $1 and recorded_at < $2
       order by transaction_id desc, position desc limit 1`,
      [office, since],
    );
    return rows[0]
      ? { transactionId: rows[0].transaction_id, position: Number(rows[0].position) }
      : LOG_START;
  }

  /** Takes what is due on these channels, earliest first: another worker skips it, a crash gives it back. */
  async claim(office: string, channels: string[], now: Date, limit: number): Promise<Outgoing[]> {
    const { rows } = await this.pool.query<Outgoing>({
      name: 'claim_outgoing',
      text: `with due as (
               select id from outbox o
               where office = $1 and state = 'waiting' and next_at <= $3 and channel = any($2)
                 and (claimed_until is null or claimed_until < clock_timestamp())
                 and (ordered_by is null or not exists (
                   select from outbox e where e.office = o.office and e.channel = o.channel
                     and e.ordered_by = o.ordered_by and e.state = 'waiting' and e.seq < o.seq))
               order by next_at, seq limit $4 for update skip locked)
             update outbox o set claimed_until = ${CLAIM_ENDS}
             from due where o.office = $1 and o.id = due.id
             returning o.office, o.id, o.seq::int, o.channel, o.fallbacks, o.recipient, o.body, o.cause,
                       jsonb_array_length(o.attempts) as tries, o.created_at as "createdAt"`,
      values: [office, channels, now, limit],
    });
    return rows;
  }

  /** Keeps messages that are still being delivered. */
  async hold(office: string, messages: Outgoing[]): Promise<void> {
    await this.pool.query(
      `update outbox set claimed_until = ${CLAIM_ENDS}
       where office = $1 and id = any($2::uuid[]) and state = 'waiting' and claimed_until is not null`,
      [office, messages.map(({ id }) => id)],
    );
  }

  /** Records what came of a try, and lets the message go. */
  async record(office: string, { id, channel }: Outgoing, outcome: Outcome, now: Date): Promise<void> {
    const waiting = outcome.state === 'waiting' ? outcome : undefined;
    const error = outcome.state === 'delivered' ? null : outcome.error;
    const tried = outcome.state !== 'waiting' || error !== null;
    await this.pool.query(
      `update outbox set state = $3, claimed_until = null, channel = $4, fallbacks = coalesce($5, fallbacks),
              next_at = coalesce($6, next_at), delivered_at = case when $3 = 'delivered' then $7::timestamptz end,
              attempts = case when $8 then attempts || $9::jsonb else attempts end
       where office = $1 and id = $2 and state = 'waiting'`,
      [
        office,
        id,
        outcome.state,
        waiting?.channel ?? channel,
        waiting?.fallbacks ?? null,
        waiting?.nextAt ?? null,
        now,
        tried,
        JSON.stringify([{ at: now.toISOString(), channel, error }]),
      ],
    );
  }

  /** Lets go of what arrived before an instant, in every office, at most so many; answers how many. Its ids stay known. */
  async forgetDelivered(before: Date, atMost: number): Promise<number> {
    const { rows } = await this.pool.query<{ gone: number }>('select forget_delivered($1, $2) as gone', [
      before,
      atMost,
    ]);
    return rows[0]?.gone ?? 0;
  }

  /** Offices in which something is due on these channels. */
  async officesToDeliver(channels: string[], now: Date): Promise<string[]> {
    const { rows } = await this.pool.query<{ office: string }>(
      'select offices_to_deliver($1, $2) as office',
      [channels, now],
    );
    return rows.map(({ office }) => office);
  }

  /** A page of the delivery log, newest first. */
  async list(office: string, { channel, state, cursor, limit }: DeliveryFilter): Promise<Delivery[]> {
    const { rows } = await this.pool.query<Delivery>(
      `select ${SEEN} from outbox where office = $1 and ($2::text is null or channel = $2) and ($3::text is null or state = $3)
         and ($4::bigint is null or seq < $4) order by seq desc limit $5`,
      [office, channel ?? null, state ?? null, cursor ?? null, limit],
    );
    return rows;
  }

  /** A person's messages within the house, newest first. */
  async inbox(
    office: string,
    personId: string,
    cursor: string | undefined,
    limit: number,
  ): Promise<Delivery[]> {
    const { rows } = await this.pool.query<Delivery>(
      `select ${SEEN} from outbox where office = $1 and channel = 'in-app' and recipient = $2
         and ($3::bigint is null or seq < $3) order by seq desc limit $4`,
      [office, personId, cursor ?? null, limit],
    );
    return rows;
  }

  /** Marks one as read; false where it is nobody's, or another's. */
  async markRead(office: string, personId: string, id: string, at: Date): Promise<boolean> {
    const { rowCount } = await this.pool.query(
      `update outbox set read_at = coalesce(read_at, $4) where office = $1 and channel = 'in-app' and recipient = $2 and id = $3`,
      [office, personId, id, at],
    );
    return rowCount === 1;
  }

  /** Sends one that was given up once more, with the same id; false where there is none. */
  async retry(office: string, id: string, now: Date): Promise<boolean> {
    const { rowCount } = await this.pool.query(
      `update outbox set state = 'waiting', next_at = $3 where office = $1 and id = $2 and state = 'failed'`,
      [office, id, now],
    );
    return rowCount === 1;
  }

  /** Sends all of a channel since a time again, with the ids they had; answers how many. */
  async replay(office: string, channel: string, since: Date, now: Date): Promise<number> {
    const { rowCount } = await this.pool.query(
      `update outbox set state = 'waiting', next_at = $4, delivered_at = null
       where office = $1 and channel = $2 and created_at >= $3 and state <> 'waiting'`,
      [office, channel, since, now],
    );
    return rowCount ?? 0;
  }

  /** How many of each state, of a channel or of all. */
  async counts(office: string): Promise<{ channel: string; state: string; count: number }[]> {
    const { rows } = await this.pool.query<{ channel: string; state: string; count: number }>(
      'select channel, state, count(*)::int as count from outbox where office = $1 group by channel, state order by channel, state',
      [office],
    );
    return rows;
  }

  /** What does not get out of the house, of all offices, as of an instant. */
  async figures(now: Date): Promise<OutboxFigure[]> {
    const { rows } = await this.pool.query<OutboxFigure>(
      `select office, channel, failing, stuck, refused, given_up as "givenUp" from outbox_figures($1, $2)`,
      [new Date(now.getTime() - STUCK_MS), TRIES],
    );
    return rows;
  }
}
