/** A row of a table that holds something. */
export interface TableRow {
  /** From 1, as the spreadsheet's program numbers it; in a document the row of its table. */
  number: number;
  /** What the cells say, the first column's first; empty where one says nothing. */
  cells: string[];
  /** The places of cells that are one with the cell above (ô gộp) and repeat what it says. */
  merged: ReadonlySet<number>;
}

export interface Table {
  /** What its file calls it: the sheet's name, a document's "Bảng 2"; null in a CSV file, which is one table. */
  name: string | null;
  rows: TableRow[];
}

/** What a file was taken for, and the tables in it. */
export interface ReadFile {
  form: 'csv' | 'xlsx' | 'docx';
  /** How its text was written: `UTF-8`, `UTF-16`, `windows-1258`, `TCVN3`. */
  encoding: string;
  /** What stands between the cells of a CSV file. */
  delimiter: string | null;
  tables: Table[];
}

/** How a spreadsheet calls a column, counted from 0: A, B, … Z, AA. */
export function columnName(place: number): string {
  const before = Math.floor(place / 26) - 1;
  return `${before < 0 ? '' : columnName(before)}${String.fromCharCode(65 + (place % 26))}`;
}

/** How a spreadsheet calls a cell: E7. */
export const cellName = (row: number, place: number): string => `${columnName(place)}${row}`;

const ADDRESS = /^([A-Z]{1,3})(\d{1,7})$/;

/** The row (from 1) and place (from 0) of a cell's name; undefined for what is none. */
export function placeOf(name: string): { row: number; place: number } | undefined {
  const [, letters, digits] = ADDRESS.exec(name) ?? [];
  if (letters === undefined || digits === undefined) return undefined;
  const place = Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { row: Number(digits), place };
}
