import type { Pool } from 'pg';
import type { LedgerSource, ReadEvent } from './ledger-source.js';

/** An office's ledger in the running database, read with queries of the verifier's own. */
export function liveSource(pool: Pool, office: string): LedgerSource {
  // What the checkpoint that was read covers: the log, and its ledger, grow while they are verified.
  let covered: { transaction_id: string; position: string } | undefined;
  return {
    office,
    async checkpoint() {
      const { rows } = await pool.query<{ checkpoint: string; transaction_id: string; position: string }>(
        `select checkpoint, transaction_id, position from ledger.head where office = $1 and checkpoint <> ''`,
        [office],
      );
      covered = rows[0];
      return rows[0] && Buffer.from(rows[0].checkpoint);
    },
    async tile(level, number, width) {
      const { rows } = await pool.query<{ hashes: Buffer }>({
        name: 'verify_tile',
        text: 'select hashes from ledger.tile where office = $1 and level = $2 and number = $3',
        values: [office, level, number],
      });
      return rows[0]?.hashes.subarray(0, width * 32);
    },
    entries: async () => 'rendered',
    async events(number, width) {
      const { rows } = await pool.query<{ event: ReadEvent; recorded_at: Date }>({
        name: 'verify_events',
        // Up to where the next bundle begins, or one more than the last bundle may hold of what is covered.
        text: `select jsonb_build_object('office', e.office, 'stream', e.subject, 'version', e.version, 'eventId', e.event_id,
                 'kind', e.kind, 'type', e.type, 'schemaVersion', e.schema_version, 'actor', e.actor,
                 'onBehalfOf', e.on_behalf_of, 'commandId', e.command_id, 'correlationId', e.correlation_id,
                 'causationId', e.causation_id, 'rule', e.rule, 'meta', e.meta, 'data', e.data, 'salt', encode(e.salt, 'hex')) as event, e.recorded_at
               from event e
               where e.office = $1
                 and (e.transaction_id, e.position) >= (select transaction_id, position from ledger.bundle where office = $1 and number = $2)
                 and (e.transaction_id, e.position) <= ($4::xid8, $5::bigint)
                 and coalesce((e.transaction_id, e.position) < (select transaction_id, position from ledger.bundle where office = $1 and number = $2 + 1), true)
               order by e.transaction_id, e.position limit $3`,
        values: [office, number, width + 100, covered?.transaction_id ?? '0', covered?.position ?? '0'],
      });
      return rows.map(({ event, recorded_at: at }) => ({ ...event, recordedAt: at.toISOString() }));
    },
    close: async () => undefined,
  };
}
