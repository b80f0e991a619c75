import type { StoredEvent } from '#event-store';
import { canonicalJson } from '#kernel';
import { sha256 } from '../tree/hash.js';

/** What of an event is read for its entry: the row as stored, its data not brought to today's shape. */
export type SealedEvent = Omit<StoredEvent, 'position' | 'transactionId'>;

const hashOf = (value: unknown): string => sha256(Buffer.from(canonicalJson(value))).toString('hex');

/**
 * The leaf data of an event: the canonical JSON (RFC 8785) of who did what when, with hashes in place of what was
 * said, so that the entry can be public. `metaHash` covers what travels beside the act (client address, digest).
 */
export function entryOf(event: SealedEvent, index: number): Buffer {
  const entry = {
    actor: event.actor,
    causationId: event.causationId,
    commandId: event.commandId,
    correlationId: event.correlationId,
    dataHash: hashOf(event.data),
    eventId: event.eventId,
    index,
    kind: event.kind,
    metaHash: hashOf(event.meta),
    office: event.office,
    onBehalfOf: event.onBehalfOf,
    recordedAt: event.recordedAt.toISOString(),
    rule: event.rule,
    schemaVersion: event.schemaVersion,
    stream: event.subject,
    type: event.type,
    version: event.version,
  };
  return Buffer.from(canonicalJson(entry));
}
