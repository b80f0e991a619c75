import {
  yearDifference,
  yearSeen,
  type CalendarDecision,
  type CalendarYear,
  type WorkCalendar,
  type YearDifference,
} from '#calendar';
import type { Appended } from '#event-store';
import type { Envelope } from '#kernel';
import { fileUnreadable, readTables, rowsRefused } from '#sheet';
import type { Commands } from '../command/commands.js';
import { ImportCalendar } from '../office/calendar.js';
import { calendarSubject, type OfficeCalendars } from './office-calendars.js';
import { yearsInJson } from './calendar-json.js';
import { yearsInRows } from './calendar-rows.js';
import { yearOf, type Fault, type Hours } from './said-year.js';

/** Where neither the file nor a known year names any (law-given usual hours of offices; a setting of each). */
const USUAL_HOURS: Hours = [
  ['07:30', '11:30'],
  ['13:30', '17:00'],
];
const MOST_YEARS = 20;

/** What an import of a file would do, year by year, and what keeps it out. */
export interface CalendarTrial {
  years: CalendarYear[];
  changes: (YearDifference & Pick<CalendarYear, 'source' | 'hours'>)[];
  faults: Fault[];
}

/** Takes in a file of working days (nhập lịch làm việc): CSV, XLSX or JSON, all of it or nothing; told again, it changes nothing. */
export class CalendarImport {
  constructor(
    private readonly calendars: OfficeCalendars,
    private readonly commands: Pick<Commands, 'send'>,
  ) {}

  /** Reads a file and says what its import would do; nothing is written. Refuses a file that is no calendar's. */
  async trial(office: string, file: Buffer, decision: CalendarDecision | null): Promise<CalendarTrial> {
    const { years: said, faults } = isJson(file)
      ? yearsInJson(file.toString('utf8'))
      : yearsInRows(await readTables(file));
    if (said.length + faults.length === 0 || said.length > MOST_YEARS)
      throw fileUnreadable({ why: 'không có năm nào, hoặc quá 20 năm · no year, or more than 20' });
    const calendar = await this.calendars.current(office);
    const read = said.map((one) =>
      yearOf(
        { ...one, decisions: one.decisions.length > 0 || !decision ? one.decisions : [decision] },
        hoursKnown(calendar, one.year),
      ),
    );
    const years = read.map(({ year }) => year).toSorted((a, b) => a.year - b.year);
    const own = await this.calendars.own(office);
    const changes = years.map((year) => ({
      ...yearDifference(calendar, own.years[year.year], year),
      source: year.source,
      hours: year.hours,
    }));
    return { years, changes, faults: [...faults, ...read.flatMap((one) => one.faults)] };
  }

  /** Refuses `rows_refused`, naming each bad cell; else all of it goes in. */
  async run(
    envelope: Envelope,
    file: Buffer,
    decision: CalendarDecision | null,
  ): Promise<Appended & { years: number[] }> {
    const { office } = envelope;
    const { years, faults } = await this.trial(office, file, decision);
    if (faults.length > 0) throw rowsRefused({ count: faults.length, errors: faults });
    const appended = await this.commands.send(ImportCalendar, envelope, calendarSubject(office), { years });
    return { ...appended, years: years.map(({ year }) => year) };
  }
}

const isJson = (file: Buffer): boolean => /^\uFEFF?\s*[[{]/.test(file.subarray(0, 100).toString('utf8'));

/** The hours of a year that is known; else those of the last one before it. */
function hoursKnown(calendar: WorkCalendar, year: number): Hours {
  const nearest = calendar.years.filter((one) => one <= year).at(-1) ?? calendar.years[0];
  if (nearest === undefined) return USUAL_HOURS;
  return yearSeen(calendar, nearest).hours.map(({ from, to }) => [from, to]);
}
