import { MOST_LISTED } from '#kernel/plain';
import { closeSync, createReadStream, mkdtempSync, openSync, writeSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LogRow } from './log-row.js';

const FILES = 256;
const HELD_BYTES = 32_768;
/** Control characters, which stand in no cell, part cells and rows. */
const CELL = '\u001f';
const ROW = '\u001e';

/**
 * Rows put by until all of a case are there, in files that only this user can read: a log may have its rows in any order
 * and be larger than memory. A file holds a 256th of the cases.
 */
export class CaseStore {
  readonly #folder = mkdtempSync(join(tmpdir(), 'minh-bach-log-'));
  readonly #files = new Map<number, File>();

  put(caseId: string, { where, cells }: LogRow): void {
    const number = fileOf(caseId);
    const file = this.#files.get(number) ?? openFile(this.#path(number));
    this.#files.set(number, file);
    const row = [caseId, where, ...cells].join(CELL) + ROW;
    // A sign takes three bytes at most.
    if (file.used + row.length * 3 > HELD_BYTES) writeOut(file);
    if (row.length * 3 > HELD_BYTES) writeSync(file.open, row);
    else file.used += file.held.write(row, file.used);
  }

  /** The rows of each case in the order of the file; of one with more than can be kept, one more than that, the others go to `beyond`. */
  async *cases(beyond: (row: LogRow) => void): AsyncGenerator<LogRow[]> {
    for (const file of this.#files.values()) {
      writeOut(file);
      closeSync(file.open);
    }
    const numbers = [...this.#files.keys()].toSorted((a, b) => a - b);
    this.#files.clear();
    for (const number of numbers) yield* (await this.#casesIn(number, beyond)).values();
  }

  async drop(): Promise<void> {
    for (const { open } of this.#files.values()) closeSync(open);
    this.#files.clear();
    await rm(this.#folder, { recursive: true, force: true });
  }

  async #casesIn(number: number, beyond: (row: LogRow) => void): Promise<Map<string, LogRow[]>> {
    const cases = new Map<string, LogRow[]>();
    let rest = '';
    for await (const piece of createReadStream(this.#path(number), 'utf8') as AsyncIterable<string>) {
      const rows = (rest + piece).split(ROW);
      rest = rows.pop() ?? '';
      for (const row of rows) {
        const [caseId = '', where = '', ...cells] = row.split(CELL);
        const known = cases.get(caseId);
        if (!known) cases.set(caseId, [{ where, cells }]);
        else if (known.length <= MOST_LISTED) known.push({ where, cells });
        else beyond({ where, cells });
      }
    }
    return cases;
  }

  #path = (number: number): string => join(this.#folder, String(number));
}

interface File {
  open: number;
  /** Bytes, not a text: what lives as long is costly to collect where it is made of a thousand pieces. */
  held: Buffer;
  used: number;
}

const openFile = (path: string): File => ({
  open: openSync(path, 'w', 0o600),
  held: Buffer.allocUnsafe(HELD_BYTES),
  used: 0,
});

function writeOut(file: File): void {
  writeSync(file.open, file.held, 0, file.used);
  file.used = 0;
}

/** FNV-1a: the same case always goes into the same file. */
function fileOf(caseId: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < caseId.length; at += 1) hash = Math.imul(hash ^ caseId.charCodeAt(at), 0x01000193);
  return (hash ^ (hash >>> 15)) & (FILES - 1);
}
