import { COLUMNS, type LogColumn, type LogMapping } from './mapping.js';

/** A row of a log in either form: what stands in the columns that the mapping names, in the order of `COLUMNS`; empty and missing are the same. */
export interface LogRow {
  /** Where it stands: the row of a CSV file as a spreadsheet numbers it; line, trace and event of XES. */
  where: string;
  cells: string[];
  /** Why its form makes it no row, and its own text. */
  broken?: { why: string; text: string };
}

/** A row that was not taken, and why. */
export interface RejectedRow extends Omit<LogRow, 'broken'> {
  why: string;
  /** What could not even be parted into cells. */
  text?: string;
}

const PLACES = new Map(COLUMNS.map((column, index) => [column, index]));

/** What stands in a column of a row; `''` where nothing does. */
export const cell = (cells: readonly string[], column: LogColumn): string =>
  cells[PLACES.get(column) ?? -1] ?? '';

/** Which cells a column of the file fills; what one column means twice, it fills twice. */
export function placesOf(mapping: LogMapping): Map<string, number[]> {
  const places = new Map<string, number[]>();
  COLUMNS.forEach((column, index) => {
    const name = mapping[column]?.normalize('NFC');
    if (name !== undefined) places.set(name, [...(places.get(name) ?? []), index]);
  });
  return places;
}

/** Letters of Latin script that stand for themselves, without marks behind them: most texts need no look-up of forms. */
const IN_ONE_FORM = /^[\0-\u02ff\u1e00-\u1eff\u2010-\u2027]*$/;

/** A text as it is kept: without blanks around it, each letter with its marks one sign. */
export function tidied(text: string): string {
  const trimmed = text.trim();
  return IN_ONE_FORM.test(trimmed) ? trimmed : trimmed.normalize('NFC');
}

const REPORT = ['dòng · row', 'vì sao · why', 'nguyên văn · as it stood'];

/** The columns of a log's rejected rows: those that the mapping names, each once, and what is told of a row. */
export const reportColumns = (mapping: LogMapping): string[] => [...placesOf(mapping).keys(), ...REPORT];

/** What stands in the mapping's columns of a row, in the order of `reportColumns`. */
export const columnsIn = ({ cells }: { cells: readonly string[] }, mapping: LogMapping): string[] =>
  [...placesOf(mapping).values()].map(([first = 0]) => cells[first] ?? '');

/** Whether a file's heading is that of rejected rows, in which no cell begins as a formula does. */
export const isReport = (names: readonly string[]): boolean => REPORT.every((name) => names.includes(name));

/** A cell as it was before it was kept from being a formula. */
export const unguarded = (text: string): string => text.replace(/^'(?=[=+\-@＝＋－＠])/u, '');
