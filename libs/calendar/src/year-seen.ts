import { isoOffset, weekday, type Day } from '#kernel';
import type { WorkCalendar } from './work-calendar.js';

/** A year as people look it up: where it departs from Monday to Friday, and the hours of a working day, HH:mm. */
export interface YearSeen {
  source: string | null;
  hours: { from: string; to: string }[];
  daysOff: Day[];
  workedDaysOff: Day[];
  workingDays: number;
}

const FRIDAY = 5;

/** What the calendar knows of a year; nothing where it has no data. */
export function yearSeen(calendar: WorkCalendar, year: number): YearSeen {
  const seen: YearSeen = {
    source: calendar.sourceOf(year) ?? null,
    hours: [],
    daysOff: [],
    workedDaysOff: [],
    workingDays: 0,
  };
  for (const { day, open } of calendar.days()) {
    if (!day.startsWith(`${year}-`)) continue;
    const isWeekday = weekday(day) <= FRIDAY;
    if (open.length === 0) {
      if (isWeekday) seen.daysOff.push(day);
      continue;
    }
    seen.workingDays += 1;
    if (!isWeekday) seen.workedDaysOff.push(day);
    if (seen.hours.length === 0)
      seen.hours = open.map(({ from, to }) => ({ from: timeOf(from), to: timeOf(to) }));
  }
  return seen;
}

const timeOf = (instant: Date): string => isoOffset(instant).slice(11, 16);
