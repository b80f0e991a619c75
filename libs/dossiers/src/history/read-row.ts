import { LONGEST_CODE, LONGEST_NAME, isDayWithin, isTextOf } from '#kernel/plain';
import { cell } from './log-row.js';
import { COLUMNS, type LogColumn, type LogMapping } from './mapping.js';

/** An event of the log: what was done in a dossier, when, and by whom. */
export interface LoggedEvent {
  caseId: string;
  activity: string;
  resource: string | null;
  at: string;
  /** In small letters; '' where the log has none. */
  transition: string;
  /** Which run of which activity of theirs. */
  run: string;
}

/** Why a row can't be kept, of whatever kind it is; undefined where it can. */
export function unkept(cells: readonly string[], mapping: LogMapping): string | undefined {
  const beyond = COLUMNS.find(
    (column, index) => !isTextOf(cells[index] ?? '', column === 'case' ? LONGEST_CODE : LONGEST_NAME),
  );
  return beyond && unfit(mapping[beyond] ?? beyond);
}

/** Reads a row that can be kept; a text says why it is none, naming the column as the file has it. */
export function readRow(cells: readonly string[], mapping: LogMapping): LoggedEvent | string {
  const of = (column: LogColumn) => cell(cells, column);
  const caseId = of('case');
  if (caseId === '') return `không có mã hồ sơ · no case id (${mapping.case})`;
  const activity = of('activity');
  if (activity === '') return `không có hoạt động · no activity (${mapping.activity})`;
  const at = instantOf(of('time'), mapping);
  if (at === undefined) return unreadableTime(mapping.time, of('time'));
  const ours = mapping.activities === null ? activity : mapping.activities[activity];
  if (ours === undefined)
    return `hoạt động chưa ánh xạ · unmapped activity “${activity}” (${mapping.activity})`;
  const resource = of('resource');
  return {
    caseId,
    activity: ours,
    resource: resource === '' ? null : resource,
    at,
    transition: of('transition').toLowerCase(),
    run: `${activity}\u001f${of('instance')}`,
  };
}

const unfit = (column: string): string =>
  `quá dài hoặc có ký tự lạ · too long, or with characters that no text has (${column})`;

export const unreadableTime = (column: string, text: string): string =>
  text === ''
    ? `không có thời điểm · no time (${column})`
    : `ngày giờ không có thật, không đọc được hoặc ngoài 1900–2199 · no real day and time of 1900 to 2199: “${text.slice(0, 100)}” (${column})`;

const ISO = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(:\d{2}(?:\.\d+)?)?)?\s?(Z|[+-]\d{2}(?::?\d{2})?)?$/i;
const OFFICIAL = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?=$| )/;

/** An ISO instant in UTC, of a real day of 1900 to 2199; times without an offset are taken in the mapping's. */
export function instantOf(
  text: string,
  { offset, dates }: LogMapping,
  atMidnight = '00:00',
): string | undefined {
  const iso = dates === 'dd/MM/yyyy' ? text.replace(OFFICIAL, officialDay) : text;
  const [, day, time = atMidnight, seconds = ':00', given] = ISO.exec(iso) ?? [];
  if (day === undefined || !isDayWithin(day)) return undefined;
  const at = new Date(`${day}T${time}${seconds}${given === undefined ? offset : withMinutes(given)}`);
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString();
}

const officialDay = (_text: string, day: string, month: string, year: string): string =>
  `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;

/** `+07` and `+0700` as `+07:00`. */
const withMinutes = (offset: string): string =>
  /^z$/i.test(offset) ? 'Z' : `${offset.slice(0, 3)}:${offset.slice(3).replace(':', '') || '00'}`;

/** The end of a day that has no time of its own: a deadline lasts until the day is over. */
export const endOfDay = (text: string, mapping: LogMapping): string | undefined =>
  text.includes(':') || text.includes('T')
    ? instantOf(text, mapping)
    : instantOf(`${text} 23:59:59.999`, mapping);
