import type { CalendarDecision, CalendarYear } from '#calendar';
import { formatDay, isDayWithin, weekday, type Day } from '#kernel';

/** What a line of a calendar's file says of a day: off, off for a swap, worked instead; or the hours of a year. */
export const KINDS = ['off', 'swapped', 'worked', 'hours'] as const;
export type Kind = (typeof KINDS)[number];

export type Column = 'day' | 'kind' | 'hours' | 'number' | 'date' | 'note';

/** What is wrong with a cell, in words for whoever mends the file; `{}` stands for what it says. */
const WORDS = {
  no_day: '"{}" không phải ngày (dd/MM/yyyy) · this is no day',
  no_year: '"{}" không phải năm · this is no year',
  year_twice: 'năm {} đã có ở trên · this year stands before',
  no_kind: '"{}" không phải nghỉ, hoán đổi, làm bù hay giờ làm việc · neither off, swapped, worked nor hours',
  no_hours: '"{}" không phải giờ làm việc (07:30–11:30; 13:30–17:00) · these are no office hours',
  hours_twice: 'giờ làm việc năm {} đã có ở dòng trên · the hours of this year stand before',
  day_twice: 'ngày {} đã có ở dòng trên · this day stands before',
  weekend_swapped: 'ngày {} là thứ Bảy hoặc Chủ nhật, không hoán đổi được · a weekend can’t be swapped off',
  worked_on_weekday:
    'ngày {} từ thứ Hai đến thứ Sáu, không phải ngày làm bù · Monday to Friday is worked anyway',
  decision_half: 'thiếu số hoặc ngày quyết định · the decision’s number or date is missing',
  decision_missing: 'năm {} chưa có số và ngày quyết định · no decision is named for this year',
} as const;
export const FAULTS = Object.keys(WORDS) as [FaultCode, ...FaultCode[]];
export type FaultCode = keyof typeof WORDS;

/** Where something is said: the row and the cell as the spreadsheet shows them, or the place in a JSON file. */
export interface Place {
  row: number;
  cellOf(column: Column): string | undefined;
}

/** Something that keeps a file out, and where. */
export interface Fault {
  row: number;
  column: Column;
  cell?: string;
  code: FaultCode;
  value: string;
  message: string;
}

export function faultAt({ row, cellOf }: Place, column: Column, code: FaultCode, value: string): Fault {
  const cell = cellOf(column);
  const said = value.slice(0, 100);
  return {
    ...{ row, column, code, value: said },
    ...(cell === undefined ? {} : { cell }),
    message: `${cell === undefined ? `Dòng ${row}` : `Ô ${cell}`}: ${WORDS[code].replace('{}', () => said)}`,
  };
}

export type Hours = [string, string][];

/** What a file says of a year, line by line. */
export interface SaidYear {
  year: number;
  place: Place;
  hours?: Hours;
  source?: string;
  days: { day: Day; kind: Exclude<Kind, 'hours'>; place: Place }[];
  decisions: CalendarDecision[];
}

const FRIDAY = 5;

/** The calendar that a file’s lines give of a year, and what is wrong with them; `hours`: where they name none. */
export function yearOf(said: SaidYear, hours: Hours): { year: CalendarYear; faults: Fault[] } {
  const faults: Fault[] = [];
  const seen = new Set<Day>();
  for (const { day, kind, place } of said.days) {
    const no = (code: FaultCode) => faults.push(faultAt(place, 'day', code, formatDay(day)));
    if (seen.has(day)) no('day_twice');
    if (kind === 'swapped' && weekday(day) > FRIDAY) no('weekend_swapped');
    if (kind === 'worked' && weekday(day) <= FRIDAY) no('worked_on_weekday');
    seen.add(day);
  }
  if (said.decisions.length === 0)
    faults.push(faultAt(said.place, 'number', 'decision_missing', String(said.year)));
  // A weekend within a holiday is off anyway.
  const of = (...kinds: Kind[]) =>
    said.days
      .filter(({ kind }) => kinds.includes(kind))
      .map(({ day }) => day)
      .toSorted();
  const year: CalendarYear = {
    year: said.year,
    source: said.source ?? said.decisions.map(named).join('; '),
    hours: said.hours ?? hours,
    daysOff: of('off', 'swapped').filter((day) => weekday(day) <= FRIDAY),
    swappedDaysOff: of('swapped'),
    workedSaturdays: of('worked'),
    decisions: said.decisions,
  };
  return { year, faults };
}

const named = ({ number, date }: CalendarDecision): string => `${number} ngày ${formatDay(date)}`;

const TIME = /^(\d{1,2})(?:[:.](\d{2})|[hg](\d{2})?)$/i;
const LAST_MINUTE = '23:59';

/** Office hours as people write them: `07:30–11:30; 13h30 - 17h`; undefined for what can't be such. */
export function hoursOf(text: string): Hours | undefined {
  const spans = text
    .split(/[;,\n]/)
    .filter((span) => span.trim() !== '')
    .map((span) => span.split(/[-–—]|đến/i).map((time) => timeOf(time.trim())));
  const flat = spans.flat();
  const isRising = flat.every((time, i) => time !== undefined && (i === 0 || time > (flat[i - 1] ?? '')));
  const isWhole = spans.length > 0 && spans.every(({ length }) => length === 2);
  if (!isRising || !isWhole) return undefined;
  return spans.map(([from = '', to = '']) => [from, to]);
}

function timeOf(text: string): string | undefined {
  const [, hour, ...minutes] = TIME.exec(text) ?? [];
  if (hour === undefined) return undefined;
  const minute = minutes.find((one) => one !== undefined) ?? '00';
  const time = `${hour.padStart(2, '0')}:${minute}`;
  return time <= LAST_MINUTE && minute < '60' ? time : undefined;
}

/** A day as people and spreadsheets write it: 01/02/2027, 1-2-2027, 2027-02-01. */
export function dayIn(text: string): Day | undefined {
  const said = text.trim();
  const [, d = '', m = '', y = ''] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(said) ?? [];
  const day = y === '' ? said : `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`;
  return isDayWithin(day) ? day : undefined;
}
