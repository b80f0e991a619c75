import type { Task } from '#client';
import { deadlinesOf } from '../tasks/standing';
import { isoDay } from '../words/format';

/** A deadline with the task it belongs to. */
export type Due = ReturnType<typeof deadlinesOf>[number] & { due: string; task: Task };

const DAYS_OF_WEEK = 7;
const twoDigits = (number: number): string => String(number).padStart(2, '0');

/** The month before or after, `yyyy-MM`. */
export function monthBeside(month: string, by: -1 | 1): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const at = year * 12 + number - 1 + by;
  return `${Math.floor(at / 12)}-${twoDigits((at % 12) + 1)}`;
}

/** The weeks of a month, Monday first; undefined where a day is another month's. */
export function weeksOf(month: string): (string | undefined)[][] {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const days = new Date(Date.UTC(year, number, 0)).getUTCDate();
  const before = (new Date(Date.UTC(year, number - 1, 1)).getUTCDay() + 6) % DAYS_OF_WEEK;
  const weeks = Math.ceil((before + days) / DAYS_OF_WEEK);
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: DAYS_OF_WEEK }, (_, weekday) => {
      const day = week * DAYS_OF_WEEK + weekday - before + 1;
      return day >= 1 && day <= days ? `${month}-${twoDigits(day)}` : undefined;
    }),
  );
}

/** What falls due in a month, by day, in the order of time. */
export function dueIn(month: string, tasks: readonly Task[]): Map<string, Due[]> {
  const all = tasks
    .flatMap((task) =>
      deadlinesOf(task).flatMap((one) => (one.due === null ? [] : [{ ...one, due: one.due, task }])),
    )
    .filter(({ due }) => isoDay(due).startsWith(month))
    .sort((a, b) => a.due.localeCompare(b.due));
  return Map.groupBy(all, ({ due }) => isoDay(due));
}
