import { Refusal } from '#kernel/plain';
import { parse } from 'csv-parse/sync';
import { MOST_COLUMNS, requireColumn, requireLength, requireRows } from '../limits.js';
import { fileUnreadable } from '../sheet.refusals.js';
import { cellName, type ReadFile } from '../table.js';
import { decode, decodeCells, type NumberedRow } from './decode.js';

const DELIMITERS = [',', ';', '\t', '|'] as const;
/** Excel's own line that tells the delimiter; it shows no row for it. */
const TOLD_DELIMITER = /^\ufeff?sep=(.)(?:\r\n|\n|\r)/i;
/** So many rows tell which delimiter a file has. */
const SAMPLE = 60;

/** The one table of a file of text, its delimiter and encoding found by what stands in it. */
export function readCsv(file: Buffer, most: number): ReadFile {
  const { text, encoding } = decode(file);
  const told = TOLD_DELIMITER.exec(text);
  const body = told ? text.slice(told[0].length) : text;
  const delimiter = told?.[1] ?? delimiterOf(body);
  const read = parseRows(body, delimiter, most);
  const { rows, ...as } = encoding === 'bytes' ? decodeCells(read) : { rows: read, encoding };
  const table = { name: null, rows: rows.map((row) => ({ ...row, merged: new Set<number>() })) };
  return { form: 'csv', ...as, delimiter, tables: [table] };
}

/** The delimiter under which the most cells stand in rows of one width. A file that none of them can read is refused. */
function delimiterOf(text: string): string {
  let best = { delimiter: ',', cells: -1 };
  let failure: unknown;
  for (const delimiter of DELIMITERS) {
    try {
      const cells = cellsInStep(parse(text, { ...dress(delimiter), to: SAMPLE }));
      if (cells > best.cells) best = { delimiter, cells };
    } catch (error) {
      if (failure === undefined || isUnclosed(error)) failure = error;
    }
  }
  if (best.cells < 0) throw unreadable(failure);
  return best.delimiter;
}

function cellsInStep(rows: string[][]): number {
  const widths = new Map<number, number>();
  for (const { length } of rows) widths.set(length, (widths.get(length) ?? 0) + length - 1);
  return Math.max(0, ...widths.values());
}

/** Rows that say something, with their numbers. What is beyond the limits ends the reading: nothing of it is kept. */
function parseRows(text: string, delimiter: string, most: number): NumberedRow[] {
  const rows: NumberedRow[] = [];
  let number = 0;
  const keep = (cells: string[]): null => {
    number += 1;
    const last = cells.findLastIndex((cell) => cell.trim() !== '');
    if (last < 0) return null;
    // Empty cells beyond the last column are an office program's dressing.
    requireColumn(last, cellName(number, last));
    for (const [place, cell] of cells.entries()) requireLength(cell, () => cellName(number, place));
    rows.push({ number, cells: cells.slice(0, MOST_COLUMNS) });
    requireRows(rows.length, most);
    return null;
  };
  try {
    parse(text, { ...dress(delimiter), on_record: keep });
    return rows;
  } catch (error) {
    throw error instanceof Refusal ? error : unreadable(error);
  }
}

const dress = (delimiter: string) => ({
  bom: true,
  delimiter,
  record_delimiter: ['\r\n', '\n', '\r'],
  relax_column_count: true,
  skip_empty_lines: false,
});

/** Of all complaints the one to tell: here a quote stood where it may, and its end is missing. */
const isUnclosed = (error: unknown): boolean => (error as { code?: unknown }).code === 'CSV_QUOTE_NOT_CLOSED';

function unreadable(error: unknown) {
  const { records } = error as { records?: unknown };
  const row = typeof records === 'number' ? records + 1 : '?';
  return fileUnreadable({
    why: isUnclosed(error)
      ? `dấu ngoặc kép mở ở dòng ${row} không được đóng, tệp có thể bị cắt · a quote opened in row ${row} is never closed, the file may be cut off`
      : `dấu ngoặc kép đặt sai ở dòng ${row} · a misplaced quote in row ${row}`,
  });
}
