import { fileUnreadable } from './sheet.refusals.js';

/** What a file of a table may hold. Each is looked at before, or while, what it bounds is made. */
export const MOST_BYTES = 2_000_000;
/** Of all parts that are read of a file that is an archive (XLSX, DOCX), unpacked. */
export const MOST_UNPACKED = 20_000_000;
export const MOST_FILES = 2_000;
export const MOST_ROWS = 2_000;
export const MOST_COLUMNS = 100;
export const MOST_MERGES = 10_000;

/** Refuses a cell that stands where no table of people's reaches. */
export function requireColumn(place: number, address: string): void {
  if (place >= MOST_COLUMNS)
    throw fileUnreadable({
      why: `ô ${address} nằm ngoài ${MOST_COLUMNS} cột đầu · ${address} lies beyond the first ${MOST_COLUMNS} columns`,
    });
}

export function requireRows(count: number, most: number): void {
  if (count > most) throw fileUnreadable({ why: `quá ${most} dòng · more than ${most} rows` });
}
