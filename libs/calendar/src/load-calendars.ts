import { isDay } from '#kernel';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { CalendarYear } from './calendar-year.js';

/** Reads every `<year>.json` of a folder; throws with the name of one that is no calendar of that year. */
export const loadCalendars = (folder: string): CalendarYear[] =>
  readdirSync(folder)
    .filter((name) => /^\d{4}\.json$/.test(name))
    .map((name) => {
      const read: unknown = JSON.parse(readFileSync(join(folder, name), 'utf8'));
      if (!isCalendarOf(Number(name.slice(0, 4)), read))
        throw new Error(`${join(folder, name)} is not the calendar of that year.`);
      return read;
    });

function isCalendarOf(year: number, read: unknown): read is CalendarYear {
  const {
    year: told,
    source,
    hours,
    daysOff,
    swappedDaysOff,
    workedSaturdays,
  } = (read ?? {}) as Partial<CalendarYear>;
  const areDays = (days: unknown): boolean =>
    Array.isArray(days) && days.every((day) => typeof day === 'string' && isDay(day));
  const areHours = Array.isArray(hours) && hours.flat().every((hour) => /^\d\d:\d\d$/.test(String(hour)));
  const areAll = [daysOff, swappedDaysOff, workedSaturdays].every(areDays);
  return told === year && typeof source === 'string' && areHours && areAll;
}
