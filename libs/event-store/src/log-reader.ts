import type { Pool, PoolClient } from 'pg';
import type { LogPosition, StoredEvent } from './event.js';
import type { Upcasters } from './upcasters.js';

type Queryable = Pick<Pool | PoolClient, 'query'>;

const COLUMNS = `office, position, transaction_id, event_id, kind, subject, version, type, schema_version, recorded_at,
  actor, on_behalf_of, command_id, correlation_id, causation_id, rule, meta, data, salt`;

/** A row of `event` as node-postgres gives it. */
export interface EventRow {
  office: string;
  position: string;
  transaction_id: string;
  event_id: string;
  kind: string;
  subject: string;
  version: number;
  type: string;
  schema_version: number;
  recorded_at: Date;
  actor: string;
  on_behalf_of: string | null;
  command_id: string;
  correlation_id: string | null;
  causation_id: string | null;
  rule: string | null;
  meta: Record<string, string>;
  data: Record<string, unknown>;
  salt: Buffer | null;
}

/** A stretch of the log: the events asked for, how far it reaches, how many events it holds in all. */
export interface LogSlice {
  events: StoredEvent[];
  /** The place it begins behind. */
  start: LogPosition;
  end: LogPosition;
  size: number;
  /** The log may go on behind it. */
  more: boolean;
  /** The events are as the log holds them: none was brought to today's shape. */
  asStored: boolean;
}

/** A slice holds no more data than this, so that a reader's memory does not depend on how large events are. */
const SLICE_BYTES = 1_048_576;
/** A look ahead covers no fewer. */
const FEWEST = 200;

/** Reads the log: a stream by version, or everything in commit order. */
export class LogReader {
  /** What an event weighed lately. */
  #bytesPerEvent = 100;

  constructor(private readonly upcasters: Upcasters) {}

  /** Events of some streams after a version, by stream and version. */
  async readStreams(db: Queryable, office: string, subjects: string[], after = 0): Promise<StoredEvent[]> {
    const { rows } = await db.query<EventRow>({
      name: 'read_streams',
      text: `select ${COLUMNS} from public.event
             where office = $1 and subject = any($2::uuid[]) and version > $3 order by subject, version`,
      values: [office, subjects, after],
    });
    return rows.map((row) => this.toEvent(row));
  }

  /** A stream's event of one version; none where the stream is not that long. */
  async readVersion(db: Queryable, office: string, subject: string, version: number): Promise<StoredEvent[]> {
    const { rows } = await db.query<EventRow>({
      name: 'read_version',
      // A range of one version, in order: only the stream's key serves that, whatever the statistics were.
      text: `select ${COLUMNS} from public.event where office = $1 and subject = $2
             and version between $3 and $3 order by version limit 1`,
      values: [office, subject, version],
    });
    return rows.map((row) => this.toEvent(row));
  }

  /**
   * A stream's events up to an instant that its state needs: of the types whose last event says all that those before it
   * said (`superseding`), that one alone.
   */
  async readAsOf(
    db: Queryable,
    office: string,
    subject: string,
    at: Date,
    superseding: readonly string[],
  ): Promise<StoredEvent[]> {
    const { rows } = await db.query<EventRow>({
      name: 'read_as_of',
      text: `with stream as materialized (
               select version, type from public.event where office = $1 and subject = $2 and recorded_at <= $3),
             needed as (
               select version from stream where type <> all ($4::text[])
               union all select max(version) from stream where type = any ($4::text[]) group by type)
             select ${COLUMNS} from public.event
             where office = $1 and subject = $2 and version = any (array(select version from needed)) order by version`,
      values: [office, subject, at, superseding],
    });
    return rows.map((row) => this.toEvent(row));
  }

  /** A stream's last event, where it comes after a version. */
  async readLast(db: Queryable, office: string, subject: string, after: number): Promise<StoredEvent[]> {
    const { rows } = await db.query<EventRow>({
      name: 'read_last',
      text: `select ${COLUMNS} from public.event
             where office = $1 and subject = $2 and version > $3 order by version desc limit 1`,
      values: [office, subject, after],
    });
    return rows.map((row) => this.toEvent(row));
  }

  /**
   * An office's events after a place in commit order, up to the horizon: by (transaction id, position), never by
   * position alone, and never past a transaction that may still append. What comes later comes after. With `types`,
   * only those are fetched, and `end` still tells how far the log was looked through. At most `limit` events, and
   * fewer where they are large.
   */
  async readAll(
    db: Queryable,
    office: string,
    after: LogPosition,
    limit: number,
    types: readonly string[] | null = null,
  ): Promise<LogSlice> {
    // No further than a slice reaches by what events weighed so far: behind a long backlog each look would cost all of it.
    const ahead = Math.min(limit, Math.max(FEWEST, Math.ceil(SLICE_BYTES / this.#bytesPerEvent)));
    const place = await db.query<{
      transaction_id: string;
      position: string;
      n: string;
      bytes: string;
      more: boolean;
    }>({
      name: 'look_ahead',
      text: `with ahead as (
               select transaction_id, position, data from public.event
               where office = $1 and (transaction_id, position) > ($2::xid8, $3::bigint)
                 and transaction_id < (select public.log_horizon(pg_current_snapshot()))
               order by transaction_id, position limit $4),
             measured as materialized (
               select transaction_id, position, row_number() over in_order as n,
                      sum(pg_column_size(data)) over in_order as bytes
               from ahead window in_order as (order by transaction_id, position rows unbounded preceding))
             select transaction_id, position, n, bytes, n = $4 or n < (select count(*) from measured) as more
             from measured where bytes <= $5 or n = 1 order by n desc limit 1`,
      values: [office, after.transactionId, after.position, ahead, SLICE_BYTES],
    });
    const last = place.rows[0];
    if (!last) return { events: [], start: after, end: after, size: 0, more: false, asStored: true };
    this.#bytesPerEvent = (this.#bytesPerEvent + Number(last.bytes) / Number(last.n)) / 2;
    const { rows } = await db.query<EventRow>({
      name: types === null ? 'read_all' : 'read_types',
      text: `select ${COLUMNS} from public.event
             where office = $1 and (transaction_id, position) > ($2::xid8, $3::bigint)
               and (transaction_id, position) <= ($4::xid8, $5::bigint) ${types === null ? '' : 'and type = any($6::text[])'}
             order by transaction_id, position`,
      values: [
        office,
        after.transactionId,
        after.position,
        last.transaction_id,
        last.position,
        ...(types === null ? [] : [types]),
      ],
    });
    const end = { transactionId: last.transaction_id, position: Number(last.position) };
    const stored = rows.map(storedEvent);
    const events = stored.map((event) => this.upcasters.apply(event));
    const asStored = events.every((event, i) => event === stored[i]);
    return { events, start: after, end, size: Number(last.n), more: last.more, asStored };
  }

  /** An office's events at these positions, in commit order. */
  async readAt(db: Queryable, office: string, positions: number[]): Promise<StoredEvent[]> {
    const { rows } = await db.query<EventRow>({
      name: 'read_at',
      text: `select ${COLUMNS} from public.event where office = $1 and position = any($2::bigint[])
             order by transaction_id, position`,
      values: [office, positions],
    });
    return rows.map((row) => this.toEvent(row));
  }

  toEvent(row: EventRow): StoredEvent {
    return this.upcasters.apply(storedEvent(row));
  }
}

const storedEvent = (row: EventRow): StoredEvent => ({
  office: row.office,
  position: Number(row.position),
  transactionId: row.transaction_id,
  eventId: row.event_id,
  kind: row.kind,
  subject: row.subject,
  version: row.version,
  type: row.type,
  schemaVersion: row.schema_version,
  recordedAt: row.recorded_at,
  actor: row.actor,
  onBehalfOf: row.on_behalf_of,
  commandId: row.command_id,
  correlationId: row.correlation_id,
  causationId: row.causation_id,
  rule: row.rule,
  meta: row.meta,
  data: row.data,
  salt: row.salt,
});
