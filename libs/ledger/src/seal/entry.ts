import type { StoredEvent } from '#event-store';
import { canonicalJson } from '#kernel';
import { sha256 } from '../tree/hash.js';

/** What of an event is read for its entry: the row as stored, its data not brought to today's shape. */
export type SealedEvent = Omit<StoredEvent, 'position' | 'transactionId'>;

/**
 * The leaf data of an event: the canonical JSON (RFC 8785) of who did what when, with hashes in place of what was
 * said, so that the entry can be public. In form 2 each hash is over the event's salt too, so that nothing short can be
 * guessed from it; an event from before there were salts keeps the form it was sealed in.
 */
export function entryOf(event: SealedEvent, index: number): Buffer {
  const common = {
    actor: event.actor,
    causationId: event.causationId,
    eventId: event.eventId,
    index,
    kind: event.kind,
    office: event.office,
    onBehalfOf: event.onBehalfOf,
    recordedAt: event.recordedAt.toISOString(),
    rule: event.rule,
    schemaVersion: event.schemaVersion,
    stream: event.subject,
    type: event.type,
    version: event.version,
  };
  return Buffer.from(
    canonicalJson(
      event.salt === null
        ? { ...common, ...unsaltedHashes(event) }
        : { ...common, form: 2, ...saltedHashes(event, event.salt) },
    ),
  );
}

/** Form 1: the act's own id stands in the entry, and what is short in data and metadata can be guessed. */
const unsaltedHashes = ({ commandId, correlationId, data, meta }: SealedEvent) => ({
  commandId,
  correlationId,
  dataHash: hashOf(data),
  metaHash: hashOf(meta),
});

/**
 * Form 2: `actHash` stands for what the act and its chain are called, `metaHash` for what travels beside the act. A
 * commitment to what the act put into the vault tells nothing without its key, and is public as it is.
 */
const saltedHashes = ({ commandId, correlationId, data, meta }: SealedEvent, salt: Buffer) => ({
  actHash: hashOf({ commandId, correlationId }, salt),
  dataHash: hashOf(data, salt),
  metaHash: hashOf(meta, salt),
  ...(isCommitment(data['commitment']) ? { commitment: data['commitment'] } : {}),
});

/** HMAC-SHA-256 in hexadecimal: nothing that a person wrote looks like one. */
const isCommitment = (value: unknown): value is string =>
  typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);

const hashOf = (value: unknown, salt: Buffer = NO_SALT): string =>
  sha256(Buffer.concat([salt, Buffer.from(canonicalJson(value))])).toString('hex');

const NO_SALT = Buffer.alloc(0);
