import { createHash } from 'node:crypto';
import { canonicalJson } from './canonical-json.js';
import type { ReadEvent } from './ledger-source.js';

const hex = (value: unknown, salt = ''): string =>
  createHash('sha256').update(Buffer.from(salt, 'hex')).update(canonicalJson(value)).digest('hex');

/** The entry that an event must have at an index: in form 2 where it has a salt, in form 1 where it is from before. */
export function renderEntry({ salt, meta, data, ...event }: ReadEvent, index: number): string {
  if (salt === undefined || salt === null)
    return canonicalJson({ ...event, index, dataHash: hex(data), metaHash: hex(meta) });
  const { commandId, correlationId, ...public_ } = event;
  return canonicalJson({
    ...public_,
    index,
    form: 2,
    actHash: hex({ commandId, correlationId }, salt),
    dataHash: hex(data, salt),
    metaHash: hex(meta, salt),
    ...committed(data),
  });
}

/** What an event says of what it put into the vault stands in the entry as it is. */
function committed(data: unknown): { commitment?: string } {
  const commitment = (data as { commitment?: unknown } | null)?.commitment;
  return typeof commitment === 'string' && /^[0-9a-f]{64}$/.test(commitment) ? { commitment } : {};
}

/** Whether a published entry was made with a salt. */
export function isSalted(published: string): boolean {
  return published.includes('"form":2,');
}

/** Which members of two entries differ. */
export function differingMembers(published: string, rendered: string): string[] {
  try {
    const [a, b] = [JSON.parse(published), JSON.parse(rendered)] as Record<string, unknown>[];
    const names = new Set([...Object.keys(a ?? {}), ...Object.keys(b ?? {})]);
    return [...names].filter((name) => canonicalJson(a?.[name]) !== canonicalJson(b?.[name]));
  } catch {
    return ['entry'];
  }
}
