import { Zip, ZipPassThrough } from 'fflate';

export interface PackedFile {
  path: string;
  bytes: Uint8Array;
}

/** Files as a ZIP, stored one after another as they come: no more than one of them is held. */
export async function* zipped(files: AsyncIterable<PackedFile>, at: Date): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    ready.push(chunk);
  });
  const mtime = asWallClock(at);
  for await (const { path, bytes } of files) {
    const entry = Object.assign(new ZipPassThrough(path), { mtime });
    zip.add(entry);
    entry.push(bytes, true);
    yield* ready.splice(0);
  }
  zip.end();
  yield* ready.splice(0);
}

/** A ZIP keeps what a clock on the wall shows: the office's, wherever the process runs. */
const asWallClock = (at: Date): Date => new Date(at.getTime() + (7 * 60 + at.getTimezoneOffset()) * 60_000);
