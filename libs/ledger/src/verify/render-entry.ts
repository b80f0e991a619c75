import { createHash } from 'node:crypto';
import { canonicalJson } from './canonical-json.js';
import type { ReadEvent } from './ledger-source.js';

const hex = (value: unknown): string => createHash('sha256').update(canonicalJson(value)).digest('hex');

/** The entry that an event must have at an index. */
export function renderEntry({ meta, data, ...event }: ReadEvent, index: number): string {
  return canonicalJson({ ...event, index, dataHash: hex(data), metaHash: hex(meta) });
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
