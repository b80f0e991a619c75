import { addDays, at, dayOf, refusal, weekday, type Day } from '#kernel';
import type { CalendarYear } from './calendar-year.js';

export const noCalendar = refusal(
  'no_calendar',
  422,
  { vi: 'Chưa có lịch làm việc của năm {year}', en: 'There is no calendar for {year}' },
  {
    vi: 'Nạp lịch nghỉ và ngày làm bù của năm {year} rồi làm lại.',
    en: 'Load the days off and swapped days of {year}, then try again.',
  },
);

/** From (inclusive) to (exclusive). */
export interface Span {
  from: Date;
  to: Date;
}

interface Year {
  daysOff: Set<Day>;
  workedSaturdays: Set<Day>;
  hours: [string, string][];
}

const MINUTE = 60_000;

/**
 * Working days and hours (giờ hành chính) in Asia/Ho_Chi_Minh. A year without data is refused (`no_calendar`),
 * never guessed.
 */
export class WorkCalendar {
  readonly #years: Map<number, Year>;

  constructor(years: CalendarYear[]) {
    this.#years = new Map(
      years.map((y) => [
        y.year,
        { daysOff: new Set(y.daysOff), workedSaturdays: new Set(y.workedSaturdays), hours: y.hours },
      ]),
    );
  }

  isWorkingDay(day: Day): boolean {
    const { daysOff, workedSaturdays } = this.#year(day);
    return weekday(day) <= 5 ? !daysOff.has(day) : workedSaturdays.has(day);
  }

  /** The working day `count` working days after a day (day 0 does not count); before it when negative. */
  addWorkingDays(day: Day, count: number): Day {
    const step = Math.sign(count);
    let current = day;
    for (let left = Math.abs(count); left > 0;) {
      current = addDays(current, step);
      if (this.isWorkingDay(current)) left -= 1;
    }
    return current;
  }

  /** How many working days lie after `from`, up to and including `to`. */
  workingDaysBetween(from: Day, to: Day): number {
    let count = 0;
    for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (this.isWorkingDay(day)) count += 1;
    return count;
  }

  /** The day itself, or the last working day before it. */
  onOrBefore(day: Day): Day {
    return this.isWorkingDay(day) ? day : this.addWorkingDays(day, -1);
  }

  /** When the office opens on a day. */
  opening(day: Day): Date {
    return at(day, this.#year(day).hours[0]?.[0] ?? '00:00');
  }

  /** When the office closes on a day: the due instant of what is due that day. */
  closing(day: Day): Date {
    return at(day, this.#year(day).hours.at(-1)?.[1] ?? '24:00');
  }

  /** The office hours of a day; none on a day off. */
  spansOf(day: Day): Span[] {
    if (!this.isWorkingDay(day)) return [];
    return this.#year(day).hours.map(([from, to]) => ({ from: at(day, from), to: at(day, to) }));
  }

  /**
   * The instant by which `minutes` of working time have passed since `start`, to the minute, across lunch breaks,
   * nights and days off. It is always inside office hours or at their end.
   */
  addWorkingMinutes(start: Date, minutes: number): Date {
    let left = minutes * MINUTE;
    for (let day = dayOf(start); ; day = addDays(day, 1)) {
      for (const { from, to } of this.spansOf(day)) {
        const begin = Math.max(from.getTime(), start.getTime());
        if (begin > to.getTime() || (begin === to.getTime() && left > 0)) continue;
        if (to.getTime() - begin >= left) return new Date(begin + left);
        left -= to.getTime() - begin;
      }
    }
  }

  /** Minutes of working time from one instant to another, pauses (which may overlap) not counted (R14). */
  workingMinutesBetween(from: Date, to: Date, pauses: Span[] = []): number {
    const busy = pauses.toSorted((a, b) => a.from.getTime() - b.from.getTime());
    let cursor = from.getTime();
    let sum = 0;
    for (const pause of busy) {
      if (pause.from.getTime() > cursor)
        sum += this.#between(cursor, Math.min(pause.from.getTime(), to.getTime()));
      cursor = Math.max(cursor, pause.to.getTime());
    }
    return (sum + this.#between(cursor, to.getTime())) / MINUTE;
  }

  /** Every span of office hours of the years with data, in order. */
  *officeHours(): Generator<Span> {
    for (const year of [...this.#years.keys()].toSorted())
      for (let day: Day = `${year}-01-01`; day.startsWith(`${year}-`); day = addDays(day, 1))
        yield* this.spansOf(day);
  }

  #between(from: number, to: number): number {
    let sum = 0;
    for (let day = dayOf(new Date(from)); from < to && at(day).getTime() < to; day = addDays(day, 1)) {
      for (const span of this.spansOf(day)) {
        sum += Math.max(0, Math.min(span.to.getTime(), to) - Math.max(span.from.getTime(), from));
      }
    }
    return sum;
  }

  #year(day: Day): Year {
    const year = Number(day.slice(0, 4));
    const data = this.#years.get(year);
    if (!data) throw noCalendar({ year });
    return data;
  }
}
