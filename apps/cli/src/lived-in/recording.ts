import type { RecordedEvent } from '#event-store';
import type { Facts } from '#vault';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, brotliDecompress, constants } from 'node:zlib';

/** What an act put into the vault, in clear: made-up people, whose facts each installation seals under keys of its own. */
export interface KeptFacts {
  actId: string;
  personId: string;
  /** Of the event that commits to them. */
  version: number;
  facts: Facts;
  /** Under the keys it was recorded with; a log with other keys commits by others. */
  commitment: string;
}

/** The demonstration office's first months (nhật ký ghi sẵn): its log and its vault. */
export interface Recording {
  events: RecordedEvent[];
  kept: KeptFacts[];
}

const FILE = 'lived-in.json.br';

export const recordingIn = (seedsDir: string): string => join(seedsDir, FILE);

export async function readRecording(seedsDir: string): Promise<Recording> {
  const packed = await readFile(recordingIn(seedsDir)).catch((cause: unknown) => {
    throw new Error(`${recordingIn(seedsDir)} is not there; DEMO_START=fresh goes without it.`, { cause });
  });
  return JSON.parse((await promisify(brotliDecompress)(packed)).toString()) as Recording;
}

/** Answers how large the file is. */
export async function writeRecording(path: string, recording: Recording): Promise<number> {
  const text = Buffer.from(JSON.stringify(recording));
  const packed = await promisify(brotliCompress)(text, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
      [constants.BROTLI_PARAM_SIZE_HINT]: text.length,
    },
  });
  await writeFile(path, packed);
  return packed.length;
}
