import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { StoredEvent } from '#event-store';
import { tilePath, type TileName } from './format/tile-path.js';
import type { PublishedLedger } from './published.js';
import { TILE_WIDTH, widthOf } from './tree/proof.js';

/**
 * Writes an office's ledger into a folder as C2SP tlog-tiles lays it out (`checkpoint`, `tile/…`), with the events
 * beside it as NDJSON. What is sealed never changes, so the service may go on meanwhile. Answers the size.
 */
export async function exportLedger(
  ledger: PublishedLedger,
  office: string,
  folder: string,
  onProgress: (events: number) => void = () => undefined,
): Promise<number> {
  const { size, checkpoint } = await exportedHead(ledger, office);
  await mkdir(folder, { recursive: true });
  for (let level = 0; widthOf(size, level, 0) > 0; level += 1)
    for (let number = 0; widthOf(size, level, number) > 0; number += 1)
      await writeTile(ledger, office, folder, size, { level, number });
  const lines = Readable.from(writeEvents(ledger, office, folder, size, onProgress));
  await pipeline(lines, createWriteStream(join(folder, 'events.ndjson'), { mode: 0o600 }));
  // Last: a folder with a checkpoint is whole.
  await writeFile(join(folder, 'checkpoint'), checkpoint);
  return size;
}

/** A checkpoint with its cosignatures, of one moment. */
async function exportedHead(ledger: PublishedLedger, office: string) {
  const checkpoint = await ledger.checkpoint(office);
  return { checkpoint, size: Number(checkpoint.split('\n')[1]) };
}

async function* writeEvents(
  ledger: PublishedLedger,
  office: string,
  folder: string,
  size: number,
  onProgress: (events: number) => void,
): AsyncGenerator<string> {
  for (let number = 0; number * TILE_WIDTH < size; number += 1) {
    const width = widthOf(size, 0, number);
    await writeTile(ledger, office, folder, size, { level: 'entries', number });
    const events = await ledger.bundleEvents(office, number, width);
    yield events.map((event, n) => `${JSON.stringify(line(event, number * TILE_WIDTH + n))}\n`).join('');
    onProgress(number * TILE_WIDTH + width);
  }
}

async function writeTile(
  ledger: PublishedLedger,
  office: string,
  folder: string,
  size: number,
  { level, number }: Pick<TileName, 'level' | 'number'>,
): Promise<void> {
  const name = { level, number, width: widthOf(size, level === 'entries' ? 0 : level, number) };
  const path = join(folder, tilePath(name));
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, await ledger.tileOf(office, size, name));
}

/** An event as `verify` reads it. */
const line = (
  { subject, transactionId: _transaction, position: _position, salt, ...event }: StoredEvent,
  index: number,
) => ({
  index,
  stream: subject,
  ...event,
  ...(salt === null ? {} : { salt: salt.toString('hex') }),
});
