import type { CalendarDecision } from '#calendar';
import { isRecord, isTextOf } from '#kernel';
import { fileUnreadable } from '#sheet';
import {
  dayIn,
  faultAt,
  hoursOf,
  type Column,
  type Fault,
  type Hours,
  type Place,
  type SaidYear,
} from './said-year.js';

const LISTS = [
  ['daysOff', 'off'],
  ['workedSaturdays', 'worked'],
] as const;

/** What a day is that the file names among the swapped ones as well. */
const SWAPPED = { off: 'swapped', worked: 'worked' } as const;

/** The same from a JSON file: one year or a list of them, as the product's own calendars are written. */
export function yearsInJson(text: string): { years: SaidYear[]; faults: Fault[] } {
  const read = parsed(text);
  const list: unknown[] = Array.isArray(read)
    ? read
    : isRecord(read) && Array.isArray(read.years)
      ? read.years
      : [read];
  const faults: Fault[] = [];
  const years = list.flatMap((one, index) => yearIn(one, index, faults) ?? []);
  const named = years.map(({ year }) => year);
  for (const [index, { year, place }] of years.entries())
    if (named.indexOf(year) < index) faults.push(faultAt(place, 'day', 'year_twice', String(year)));
  return { years, faults };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, '')) as unknown;
  } catch (error) {
    throw fileUnreadable({ why: `JSON: ${error instanceof Error ? error.message.slice(0, 200) : ''}` });
  }
}

function yearIn(read: unknown, index: number, faults: Fault[]): SaidYear | undefined {
  const given = isRecord(read) ? read : {};
  const at = (path: string): Place => ({ row: index + 1, cellOf: () => `[${index}].${path}` });
  const no = (path: string, column: Column, code: Fault['code'], value: unknown): undefined => {
    faults.push(faultAt(at(path), column, code, String(value)));
  };
  const { year, source } = given;
  if (typeof year !== 'number' || !Number.isInteger(year) || year < 1900 || year > 2199)
    return no('year', 'day', 'no_year', year);
  const hours = hoursIn(given.hours);
  if (given.hours !== undefined && hours === undefined)
    no('hours', 'hours', 'no_hours', JSON.stringify(given.hours));
  const swapped = textsIn(given.swappedDaysOff);
  const days = LISTS.flatMap(([name, kind]) =>
    textsIn(given[name]).flatMap((said, place) => {
      const path = `${name}[${place}]`;
      const day = dayIn(said);
      const isOf = day?.startsWith(`${year}-`) === true;
      if (!isOf) no(path, 'day', 'no_day', said);
      return isOf ? [{ day, kind: swapped.includes(said) ? SWAPPED[kind] : kind, place: at(path) }] : [];
    }),
  );
  return {
    ...{ year, place: at('decisions'), days, decisions: decisionsIn(given.decisions, no) },
    ...(hours ? { hours } : {}),
    ...(isTextOf(source, 500, 3) ? { source } : {}),
  };
}

const textsIn = (list: unknown): string[] =>
  Array.isArray(list)
    ? list.slice(0, 400).map((one) => (typeof one === 'string' ? one : JSON.stringify(one)))
    : [];

function hoursIn(given: unknown): Hours | undefined {
  if (!Array.isArray(given)) return undefined;
  return hoursOf(given.map((span: unknown) => (Array.isArray(span) ? span.join('-') : '?')).join(';'));
}

function decisionsIn(
  given: unknown,
  no: (path: string, column: Column, code: Fault['code'], value: unknown) => void,
): CalendarDecision[] {
  const list: unknown[] = Array.isArray(given) ? given.slice(0, 20) : [];
  return list.flatMap((one, place) => {
    const { number, date } = isRecord(one) ? one : {};
    const decided = typeof date === 'string' ? dayIn(date) : undefined;
    if (isTextOf(number, 50, 1) && decided !== undefined) return [{ number, date: decided }];
    no(`decisions[${place}]`, 'number', 'decision_half', JSON.stringify(one));
    return [];
  });
}
