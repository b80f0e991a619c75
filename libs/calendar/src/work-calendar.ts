import { refusal, weekday, type Day } from '#kernel';
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

const MINUTE = 60_000;
const DAY = 86_400_000;
/** Vietnam keeps UTC+7 all year. */
const OFFSET = 7 * 3_600_000;

/**
 * Working days and hours (giờ hành chính) in Asia/Ho_Chi_Minh. A year without data is refused (`no_calendar`),
 * never guessed. Everything is counted once, when the calendar takes hold of its years: how many working days and how much working time
 * lie before each day; questions are differences and searches in that.
 */
export class WorkCalendar {
  /** The first day there is, as days since 1970. */
  #first = 0;
  /** Each day's office hours, in milliseconds from its midnight; null where the year has no data. */
  #spans: ([number, number][] | null)[] = [];
  #hours = new Map<number, [number, number][]>();
  /** Working days and milliseconds of working time before each day. */
  #daysBefore: number[] = [0];
  #timeBefore: number[] = [0];
  #workingDays: number[] = [];
  #years: number[] = [];
  #sources: ReadonlyMap<number, string> = new Map();

  constructor(years: CalendarYear[]) {
    this.hold(years);
  }

  /** Holds these years from now on and no others: who was given this calendar before counts by them. */
  hold(years: CalendarYear[]): void {
    [this.#spans, this.#workingDays] = [[], []];
    [this.#daysBefore, this.#timeBefore] = [[0], [0]];
    const known = new Map(years.map((year) => [year.year, year]));
    this.#years = [...known.keys()].toSorted((a, b) => a - b);
    this.#sources = new Map(years.map(({ year, source }) => [year, source]));
    this.#hours = new Map(
      years.map(({ year, hours }) => [
        year,
        hours.map(([from, to]) => [msOf(from), msOf(to)] as [number, number]),
      ]),
    );
    const [from, to] = [this.#years[0] ?? 1970, (this.#years.at(-1) ?? 1969) + 1];
    this.#first = Date.UTC(from, 0, 1) / DAY;
    const end = Date.UTC(to, 0, 1) / DAY;
    for (let number = this.#first; number < end; number += 1) this.#add(number, known);
  }

  /** The years there are data for, in order. */
  get years(): readonly number[] {
    return this.#years;
  }

  /** The text that decides a year's calendar; undefined for a year without data. */
  sourceOf(year: number): string | undefined {
    return this.#sources.get(year);
  }

  isWorkingDay(day: Day): boolean {
    return (this.#spans[this.#known(numberOf(day))] ?? []).length > 0;
  }

  /** The working day `count` working days after a day (day 0 does not count); before it when negative. */
  addWorkingDays(day: Day, count: number): Day {
    if (count === 0) return day;
    const index = this.#known(numberOf(day));
    const place =
      count > 0 ? (this.#daysBefore[index + 1] ?? 0) + count - 1 : (this.#daysBefore[index] ?? 0) + count;
    const found = this.#workingDays[place];
    if (found === undefined)
      throw noCalendar({ year: count > 0 ? (this.#years.at(-1) ?? 0) + 1 : (this.#years[0] ?? 0) - 1 });
    this.#allKnown(Math.min(index, found), Math.max(index, found));
    return this.#dayAt(found);
  }

  /** How many working days lie after `from`, up to and including `to`. */
  workingDaysBetween(from: Day, to: Day): number {
    if (to <= from) return 0;
    const [a, b] = [this.#known(numberOf(from)), this.#known(numberOf(to))];
    this.#allKnown(a, b);
    return (this.#daysBefore[b + 1] ?? 0) - (this.#daysBefore[a + 1] ?? 0);
  }

  /** The day itself, or the last working day before it. */
  onOrBefore(day: Day): Day {
    return this.isWorkingDay(day) ? day : this.addWorkingDays(day, -1);
  }

  /** When the office opens on a day. */
  opening(day: Day): Date {
    return new Date(this.#midnight(day) + (this.#hoursOf(day)[0]?.[0] ?? 0));
  }

  /** When the office closes on a day: the due instant of what is due that day. */
  closing(day: Day): Date {
    return new Date(this.#midnight(day) + (this.#hoursOf(day).at(-1)?.[1] ?? DAY));
  }

  /** The office hours of a day; none on a day off. */
  spansOf(day: Day): Span[] {
    const midnight = this.#midnight(day);
    const spans = this.#spans[this.#known(numberOf(day))] ?? [];
    return spans.map(([from, to]) => ({ from: new Date(midnight + from), to: new Date(midnight + to) }));
  }

  /**
   * The instant by which `minutes` of working time have passed since `start`, to the millisecond, across lunch breaks,
   * nights and days off. It is always inside office hours or at their end.
   */
  addWorkingMinutes(start: Date, minutes: number): Date {
    const from = start.getTime();
    const index = this.#known(dayNumberOf(from));
    if (minutes <= 0) return this.#onOrAfter(from, index);
    const wanted = this.#worked(from) + Math.round(minutes * MINUTE);
    let [low, high] = [index, this.#spans.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#timeBefore[middle + 1] ?? Infinity) >= wanted) high = middle;
      else low = middle + 1;
    }
    this.#allKnown(index, low);
    let left = wanted - (this.#timeBefore[low] ?? 0);
    for (const [open, close] of this.#spans[low] ?? []) {
      if (close - open >= left) return new Date(this.#midnightAt(low) + open + left);
      left -= close - open;
    }
    throw noCalendar({ year: (this.#years.at(-1) ?? 0) + 1 });
  }

  /** Minutes of working time from one instant to another, pauses (which may overlap) not counted. */
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

  /** Every day of the years with data and its office hours, none on a day off. */
  *days(): Generator<{ day: Day; open: Span[] }> {
    for (let index = 0; index < this.#spans.length; index += 1) {
      if (this.#spans[index] === null) continue;
      const day = this.#dayAt(index);
      yield { day, open: this.spansOf(day) };
    }
  }

  #add(number: number, known: Map<number, CalendarYear>): void {
    const day = new Date(number * DAY).toISOString().slice(0, 10);
    const year = Number(day.slice(0, 4));
    const data = known.get(year);
    const worked =
      data !== undefined &&
      (weekday(day) <= 5 ? !data.daysOff.includes(day) : data.workedSaturdays.includes(day));
    const spans = data === undefined ? null : worked ? (this.#hours.get(year) ?? []) : [];
    const index = this.#spans.push(spans) - 1;
    const time = (spans ?? []).reduce((sum, [from, to]) => sum + to - from, 0);
    this.#daysBefore.push((this.#daysBefore[index] ?? 0) + (worked ? 1 : 0));
    this.#timeBefore.push((this.#timeBefore[index] ?? 0) + time);
    if (worked) this.#workingDays.push(index);
  }

  #between(from: number, to: number): number {
    if (to <= from) return 0;
    this.#allKnown(this.#known(dayNumberOf(from)), this.#known(dayNumberOf(to - 1)));
    return this.#worked(to - 1) - this.#worked(from) + (this.#isOpen(to - 1) ? 1 : 0);
  }

  /** Milliseconds of working time before an instant, since the calendar begins. */
  #worked(instant: number): number {
    const index = this.#known(dayNumberOf(instant));
    const time = instant - this.#midnightAt(index);
    return (this.#spans[index] ?? []).reduce(
      (sum, [open, close]) => sum + Math.max(0, Math.min(time, close) - open),
      this.#timeBefore[index] ?? 0,
    );
  }

  #isOpen(instant: number): boolean {
    const index = this.#known(dayNumberOf(instant));
    const time = instant - this.#midnightAt(index);
    return (this.#spans[index] ?? []).some(([open, close]) => open <= time && time < close);
  }

  /** The instant itself where the office is open or just closes, else the next opening. */
  #onOrAfter(instant: number, from: number): Date {
    for (let index = from; index < this.#spans.length; index += 1) {
      const midnight = this.#midnightAt(index);
      for (const [open, close] of this.#spans[this.#known(index + this.#first)] ?? [])
        if (instant <= midnight + close) return new Date(Math.max(instant, midnight + open));
    }
    throw noCalendar({ year: (this.#years.at(-1) ?? 0) + 1 });
  }

  /** The place of a day in the tables; refuses one of a year without data. */
  #known(number: number): number {
    const index = number - this.#first;
    if (index < 0 || index >= this.#spans.length || this.#spans[index] === null)
      throw noCalendar({ year: new Date(number * DAY).getUTCFullYear() });
    return index;
  }

  /** Refuses a stretch that goes over a year without data. */
  #allKnown(from: number, to: number): void {
    const [a, b] = [new Date((from + this.#first) * DAY), new Date((to + this.#first) * DAY)];
    for (let year = a.getUTCFullYear() + 1; year <= b.getUTCFullYear(); year += 1)
      if (!this.#hours.has(year)) throw noCalendar({ year });
  }

  #hoursOf(day: Day): [number, number][] {
    this.#known(numberOf(day));
    return this.#hours.get(Number(day.slice(0, 4))) ?? [];
  }

  #midnight = (day: Day): number => numberOf(day) * DAY - OFFSET;

  #midnightAt = (index: number): number => (index + this.#first) * DAY - OFFSET;

  #dayAt = (index: number): Day => new Date((index + this.#first) * DAY).toISOString().slice(0, 10);
}

const numberOf = (day: Day): number => Date.parse(day) / DAY;

const dayNumberOf = (instant: number): number => Math.floor((instant + OFFSET) / DAY);

const msOf = (time: string): number => Number(time.slice(0, 2)) * 3_600_000 + Number(time.slice(3)) * MINUTE;
