import type { Pool, PoolClient } from 'pg';
import type { LogPosition, StoredEvent } from './event.js';
import type { Upcasters } from './upcasters.js';

type Queryable = Pick<Pool | PoolClient, 'query'>;

const COLUMNS = `office, position, transaction_id, event_id, kind, subject, version, type, schema_version, recorded_at,
  actor, on_behalf_of, command_id, correlation_id, causation_id, rule, meta, data`;

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
}

/** Reads the log: a stream by version, or everything in commit order. */
export class LogReader {
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

  /**
   * An office's events after a place in commit order, up to the horizon: by (transaction id, position), never by
   * position alone, and never past a transaction that may still append. What comes later comes after.
   */
  async readAll(db: Queryable, office: string, after: LogPosition, limit: number): Promise<StoredEvent[]> {
    const horizon = await db.query<{ horizon: string }>('select public.log_horizon()::text as horizon');
    const { rows } = await db.query<EventRow>({
      name: 'read_all',
      text: `select ${COLUMNS} from public.event
             where office = $1 and (transaction_id, position) > ($2::xid8, $3::bigint) and transaction_id < $4::xid8
             order by transaction_id, position limit $5`,
      values: [office, after.transactionId, after.position, horizon.rows[0]?.horizon, limit],
    });
    return rows.map((row) => this.toEvent(row));
  }

  toEvent(row: EventRow): StoredEvent {
    return this.upcasters.apply({
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
    });
  }
}
