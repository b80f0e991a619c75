import { fileUnreadable } from './sheet.refusals.js';

/** What a file of a table may hold. Each is looked at before, or while, what it bounds is made. */
export const MOST_BYTES = 2_000_000;
/** Of all parts that are read of a file that is an archive (XLSX, DOCX), unpacked. */
export const MOST_UNPACKED = 20_000_000;
export const MOST_FILES = 2_000;
export const MOST_ROWS = 2_000;
/** Characters of a cell, as Excel's own. */
const MOST_CELL = 32_767;
/** Characters of all cells: one text may stand in many of them, by a merge or because a workbook keeps it once. */
const MOST_TEXT = 4_000_000;
export const MOST_COLUMNS = 100;
export const MOST_MERGES = 10_000;
export const MOST_TABLES = 500;
/** Elements within elements. */
export const MOST_DEPTH = 256;

/** Refuses a cell that stands where no table of people's reaches. */
export function requireColumn(place: number, address: string): void {
  if (place >= MOST_COLUMNS)
    throw fileUnreadable({
      why: `ô ${address} nằm ngoài ${MOST_COLUMNS} cột đầu · ${address} lies beyond the first ${MOST_COLUMNS} columns`,
    });
}

/** Refuses text that no spreadsheet's cell holds. */
export function requireLength(cell: string, address: () => string): void {
  if (cell.length > MOST_CELL)
    throw fileUnreadable({
      why: `ô ${address()} dài quá 32.767 ký tự · more than 32,767 characters in ${address()}`,
    });
}

/** What is left for the text of a file's cells. Refuses what is more. */
export class RoomForText {
  #left = MOST_TEXT;

  take(cell: string): void {
    this.#left -= cell.length;
    if (this.#left < 0)
      throw fileUnreadable({
        why: 'bảng dài quá 4 triệu ký tự · more than four million characters in its cells',
      });
  }
}

export function requireRows(count: number, most: number): void {
  if (count > most) throw fileUnreadable({ why: `quá ${most} dòng · more than ${most} rows` });
}
