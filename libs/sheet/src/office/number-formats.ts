import { formatDay } from '#kernel/plain';

/** What a cell's number stands for: a day, a month, or a number. */
export type NumberKind = 'day' | 'month' | 'number';

/** Formats that every workbook has (ISO/IEC 29500-1, 18.8.30): those of a day, and of a month without its day. */
const DAYS: ReadonlySet<number> = new Set([14, 15, 16, 22]);
const MONTH = 17;

/** What a number format makes of a number; `code` where the workbook tells it. */
export function kindOfFormat(id: number, code: string | undefined): NumberKind {
  if (code === undefined) return DAYS.has(id) ? 'day' : id === MONTH ? 'month' : 'number';
  const letters = code.toLowerCase().replace(/"[^"]*"|\\.|\[[^[\]]*\]|_.|general/g, '');
  if (letters.includes('d')) return 'day';
  return letters.includes('m') && letters.includes('y') ? 'month' : 'number';
}

const MS_PER_DAY = 86_400_000;
/** Day 0 of both systems; in that of 1900 the day that never was (29/02/1900, number 60) is counted. */
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);
const LAST_SERIAL = 2_958_465;

/** The day (yyyy-MM-dd) of a spreadsheet's number; undefined where it has none after February 1900. */
export function dayOfSerial(serial: number, from1904 = false): string | undefined {
  if (!(serial > 60 && serial < LAST_SERIAL + 1)) return undefined;
  const days = Math.floor(serial) * MS_PER_DAY;
  return new Date((from1904 ? EPOCH_1904 : EPOCH_1900) + days).toISOString().slice(0, 10);
}

/** A number as a spreadsheet shows it: fifteen digits, a day as dd/MM/yyyy, a month as it is said in Vietnamese. */
export function shownNumber(raw: string, kind: NumberKind, from1904: boolean): string {
  const number = Number(raw);
  if (raw.trim() === '' || !Number.isFinite(number)) return raw;
  const day = kind === 'number' ? undefined : dayOfSerial(number, from1904);
  if (day === undefined) return String(Number(number.toPrecision(15)));
  return kind === 'day' ? formatDay(day) : `tháng ${Number(day.slice(5, 7))}/${day.slice(0, 4)}`;
}
