/** What a spreadsheet may take for a formula's beginning, full-width forms and what it skips before one included. */
const FORMULA = /^[\s\u00a0\ufeff]*[=+\-@＝＋－＠]|^[\t\r\n]/u;

/** A cell of a CSV file: quoted, and never a formula when a spreadsheet opens it. */
export function csvCell(value: unknown): string {
  const text =
    typeof value === 'string'
      ? value
      : value === null || value === undefined
        ? ''
        : value instanceof Date
          ? value.toISOString()
          : JSON.stringify(value);
  return `"${(FORMULA.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
}

/** Rows of the same shape as CSV (RFC 4180) with a header, also where there is no row, and the mark by which spreadsheets know UTF-8. */
export function toCsv<T extends object>(rows: readonly T[], names: readonly (string & keyof T)[]): string {
  const lines = rows.map((row) => names.map((name) => csvCell(row[name])).join(','));
  return `\ufeff${[names.join(','), ...lines].join('\r\n')}\r\n`;
}
