import { columnsIn, reportColumns, type LogMapping, type RejectedRow } from '#dossiers/history';
import { csvCell } from '#kernel';
import { closeSync, openSync, writeSync } from 'node:fs';

const FIRST = 100;

/**
 * The rows of a log that were not taken, each with its place and why: a CSV file that opens in a spreadsheet, and loads by
 * the same mapping once it is mended. Made with the first row; a file that is there already is left, the next name taken.
 */
export class RejectedFile {
  #file: number | undefined;
  readonly #first: RejectedRow[] = [];

  constructor(
    public path: string,
    private readonly mapping: LogMapping,
  ) {}

  add(row: RejectedRow): void {
    this.#file ??= this.#begin();
    if (this.#first.length < FIRST) this.#first.push(row);
    const cells = [...columnsIn(row, this.mapping), row.where, row.why, row.text ?? ''];
    writeSync(this.#file, `${cells.map(csvCell).join(',')}\r\n`);
  }

  first(count: number): readonly RejectedRow[] {
    return this.#first.slice(0, count);
  }

  close(): void {
    if (this.#file !== undefined) closeSync(this.#file);
    this.#file = undefined;
  }

  #begin(): number {
    const name = this.path;
    for (let number = 2; ; number += 1)
      try {
        const file = openSync(this.path, 'wx', 0o600);
        writeSync(file, `\ufeff${reportColumns(this.mapping).map(csvCell).join(',')}\r\n`);
        return file;
      } catch (error) {
        if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
        this.path = name.replace(/(\.csv)?$/, `-${number}.csv`);
      }
  }
}
