import { Refusal } from '#kernel/plain';
import { tablesOf } from './tables-of.js';
import type { ReadFile } from './table.js';

export interface Reading {
  file: Uint8Array;
  most: number;
}

/** What a file holds, or why it is refused: a refusal does not come out of a thread as what it was. */
export type Outcome = { read: ReadFile } | { refused: Record<string, unknown> };

export default async function read({ file, most }: Reading): Promise<Outcome> {
  try {
    return { read: await tablesOf(Buffer.from(file.buffer, file.byteOffset, file.byteLength), most) };
  } catch (error) {
    if (error instanceof Refusal) return { refused: error.values };
    throw error;
  }
}
