import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { tilePath } from '../format/tile-path.js';
import type { LedgerSource, ReadEvent } from './ledger-source.js';

const MAX_FILE = 20_000_000;

/** One office's exported ledger: `checkpoint`, `tile/…` and `events.ndjson`. */
export function folderSource(folder: string): LedgerSource {
  const file = async (path: string): Promise<Buffer | undefined> => {
    const found = await stat(join(folder, path)).catch(() => undefined);
    return found?.isFile() && found.size <= MAX_FILE ? readFile(join(folder, path)) : undefined;
  };
  const events = readEvents(join(folder, 'events.ndjson'));
  let ahead: IndexedEvent | undefined;
  return {
    office: basename(resolve(folder)),
    checkpoint: () => file('checkpoint'),
    tile: (level, number, width) => file(tilePath({ level, number, width })),
    entries: (number, width) => file(tilePath({ level: 'entries', number, width })),
    async events(number, width) {
      const found: ReadEvent[] = [];
      const end = number * 256 + width;
      for (;;) {
        ahead ??= (await events.next()).value ?? undefined;
        if (!ahead || ahead.index >= end) return found;
        found[ahead.index - number * 256] = ahead.event;
        ahead = undefined;
      }
    },
    close: async () => void (await events.return(undefined)),
  };
}

interface IndexedEvent {
  index: number;
  event: ReadEvent;
}

/** Lines that are no events, or out of their order, are left out: their places are then found missing. */
async function* readEvents(path: string): AsyncGenerator<IndexedEvent, undefined> {
  // Made here and read at once: an interface that waits for its reader loses its lines.
  const lines = createInterface({ input: createReadStream(path), crlfDelay: Infinity });
  let last = -1;
  try {
    for await (const line of lines) {
      let read: unknown;
      try {
        read = JSON.parse(line);
      } catch {
        continue;
      }
      const { index, ...event } = read as ReadEvent & { index: number };
      if (!Number.isSafeInteger(index) || index <= last) continue;
      last = index;
      yield { index, event };
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  return undefined;
}
