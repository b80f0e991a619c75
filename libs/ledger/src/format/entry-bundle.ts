import { FormatError } from './format-error.js';

/** An entry must be shorter than this (C2SP tlog-tiles: a length of 16 bits). */
export const MAX_ENTRY_BYTES = 65_535;

/** Entries one after another, each with its length in two bytes, big-endian (C2SP tlog-tiles). */
export function formatBundle(entries: Uint8Array[]): Buffer {
  return Buffer.concat(
    entries.flatMap((entry) => {
      if (entry.length > MAX_ENTRY_BYTES)
        throw new FormatError('bad_bundle', 'an entry is longer than 65,535 bytes');
      const length = Buffer.alloc(2);
      length.writeUInt16BE(entry.length);
      return [length, entry];
    }),
  );
}

/** Reads `count` entries; refuses `bad_bundle` when there are fewer, more, or a cut one. */
export function parseBundle(bytes: Buffer, count: number): Buffer[] {
  const entries: Buffer[] = [];
  let at = 0;
  while (at < bytes.length) {
    const end = at + 2 <= bytes.length ? at + 2 + bytes.readUInt16BE(at) : Infinity;
    if (end > bytes.length)
      throw new FormatError('bad_bundle', `the bundle is cut in entry ${entries.length}`);
    entries.push(bytes.subarray(at + 2, end));
    at = end;
  }
  if (entries.length !== count)
    throw new FormatError('bad_bundle', `the bundle holds ${entries.length} entries, not ${count}`);
  return entries;
}
