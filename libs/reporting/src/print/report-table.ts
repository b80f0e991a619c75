import type { Block } from '#documents';
import type { Sheet } from '#sheet';

/** A table of a report: its name, its head, and rows whose figures are numbers. */
export interface ReportTable {
  name: string;
  head: string[];
  rows: (string | number)[][];
}

const FIRST_SHARE = 22;

/** The table in a document. */
export function blockOf({ head, rows }: ReportTable): Block {
  const share = (100 - FIRST_SHARE) / Math.max(1, head.length - 1);
  return {
    columns: head.map((name, index) => ({ name, share: index === 0 ? FIRST_SHARE : share })),
    rows: rows.map((row) => row.map(String)),
  };
}

/** The table as a sheet, under lines that say what it is. */
export const sheetOf = ({ name, head, rows }: ReportTable, above: readonly string[]): Sheet => ({
  name,
  above,
  head,
  rows,
});
