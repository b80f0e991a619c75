import type { CalendarDecision } from '#calendar';
import { withoutMarks } from '#kernel';
import { cellName, fileUnreadable, type ReadFile, type Table, type TableRow } from '#sheet';
import {
  dayIn,
  faultAt,
  hoursOf,
  type Column,
  type Fault,
  type Kind,
  type Place,
  type SaidYear,
} from './said-year.js';

/** What a heading of each column is called, without marks. */
const HEADINGS: Record<Column, readonly string[]> = {
  day: ['ngay', 'ngay, nam', 'nam', 'day', 'date'],
  kind: ['loai', 'loai ngay', 'kind', 'type'],
  hours: ['gio', 'gio lam viec', 'hours', 'office hours'],
  number: ['so quyet dinh', 'so van ban', 'quyet dinh so', 'decision', 'decision number'],
  date: ['ngay quyet dinh', 'ngay van ban', 'decision date'],
  note: ['ghi chu', 'noi dung', 'ten ngay nghi', 'dip nghi', 'note'],
};
const COLUMNS = Object.keys(HEADINGS) as Column[];

const CALLED: Record<Kind, readonly string[]> = {
  off: ['nghi', 'nghi le', 'nghi tet', 'nghi le tet', 'nghi le, tet', 'ngay nghi', 'nghi bu', 'off'],
  swapped: ['hoan doi', 'nghi hoan doi', 'swapped'],
  worked: ['lam bu', 'lam viec bu', 'ngay lam bu', 'worked'],
  hours: ['gio', 'gio lam viec', 'hours'],
};

const SEARCHED = 20;

interface Head {
  table: Table;
  places: ReadonlyMap<Column, number>;
  from: number;
}

/** A line as it was read: what is wrong with it, or what it says of which year. */
interface Line {
  row: TableRow;
  place: Place;
  said(column: Column): string;
}

/**
 * What the rows of a table say of which years (lịch nghỉ, làm bù, giờ làm việc), and what is wrong with which cell.
 * Refuses `file_unreadable` where no row of headings is found.
 */
export function yearsInRows(file: ReadFile): { years: SaidYear[]; faults: Fault[] } {
  const { table, places, from } = headOf(file);
  const faults: Fault[] = [];
  const years = new Map<number, SaidYear>();
  for (const row of table.rows.slice(from)) {
    const line = lineOf(row, places);
    if (line.said('day') === '' && line.said('kind') === '') continue;
    const found = takeIn(line, years);
    if (found) faults.push(found);
  }
  return { years: [...years.values()], faults };
}

function lineOf(row: TableRow, places: ReadonlyMap<Column, number>): Line {
  const at = (column: Column) => places.get(column);
  const cellOf = (column: Column) => {
    const place = at(column);
    return place === undefined ? undefined : cellName(row.number, place);
  };
  return {
    row,
    place: { row: row.number, cellOf },
    said: (column) => (row.cells[at(column) ?? -1] ?? '').trim(),
  };
}

/** Adds what a line says to its year; answers what is wrong with it. */
function takeIn({ place, said }: Line, years: Map<number, SaidYear>): Fault | undefined {
  const no = (column: Column, code: Fault['code']) => faultAt(place, column, code, said(column));
  const kind = kindOf(said('kind'));
  if (kind === undefined) return no('kind', 'no_kind');
  const day = kind === 'hours' ? undefined : dayIn(said('day'));
  const year = Number(kind === 'hours' ? /^\d{4}$/.exec(said('day'))?.[0] : day?.slice(0, 4));
  if (!Number.isInteger(year)) return no('day', kind === 'hours' ? 'no_year' : 'no_day');
  const of = years.get(year) ?? { year, place, days: [], decisions: [] };
  years.set(year, of);
  if (kind === 'hours') {
    const hours = hoursOf(said('hours'));
    if (hours === undefined) return no('hours', 'no_hours');
    if (of.hours !== undefined) return faultAt(place, 'hours', 'hours_twice', String(year));
    of.hours = hours;
  } else if (day !== undefined) of.days.push({ day, kind, place });
  return decide(of, said, no);
}

/** A decision is named by its number and its date; a line that names neither goes by what the others name. */
function decide(
  { decisions }: SaidYear,
  said: Line['said'],
  no: (column: Column, code: Fault['code']) => Fault,
): Fault | undefined {
  const [number, date] = [said('number'), said('date')];
  if (number === '' && date === '') return undefined;
  const decided = dayIn(date);
  if (number === '') return no('number', 'decision_half');
  if (decided === undefined) return no('date', date === '' ? 'decision_half' : 'no_day');
  const named: CalendarDecision = { number: number.slice(0, LONGEST_NUMBER), date: decided };
  const isKnown = decisions.some((one) => one.number === named.number && one.date === named.date);
  if (!isKnown) decisions.push(named);
  return undefined;
}

const LONGEST_NUMBER = 50;

const kindOf = (text: string): Kind | undefined => {
  const said = withoutMarks(text);
  return (Object.keys(CALLED) as Kind[]).find((kind) => CALLED[kind].includes(said));
};

function headOf({ tables }: ReadFile): Head {
  for (const table of tables)
    for (const [index, { cells, number }] of table.rows.slice(0, SEARCHED).entries()) {
      const columns = cells.map(columnOf);
      if (!columns.includes('day') || !columns.includes('kind')) continue;
      requireKnown(cells, columns, number);
      const places = new Map(columns.flatMap((column, place) => (column ? [[column, place] as const] : [])));
      return { table, places, from: index + 1 };
    }
  throw fileUnreadable({
    why: 'không thấy dòng tiêu đề cột (Ngày, Loại, Giờ làm việc, Số quyết định, Ngày quyết định) · no row of headings',
  });
}

const columnOf = (heading: string): Column | undefined =>
  COLUMNS.find((column) => HEADINGS[column].includes(withoutMarks(heading)));

/** A column that is not understood, or stands twice, may hold what must not be lost. */
function requireKnown(cells: string[], columns: (Column | undefined)[], row: number): void {
  const wrong = cells.findIndex(
    (cell, place) =>
      cell.trim() !== '' && (columns[place] === undefined || columns.indexOf(columns[place]) !== place),
  );
  if (wrong < 0) return;
  throw fileUnreadable({
    why: `ô ${cellName(row, wrong)}: cột "${(cells[wrong] ?? '').trim().slice(0, 50)}" không nhận ra hoặc trùng · a heading that is unknown or stands twice`,
  });
}
