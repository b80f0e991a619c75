import { Refusal } from '#kernel';
import { noCalendar } from './work-calendar.js';

/** Stands for what can't be computed before the calendar of a year is known (chờ lịch làm việc). */
export class AwaitedYear {
  constructor(readonly year: number) {}
}

/** What a calculation gives; or, where it meets a year without data, the year it waits for. */
export function unlessAwaited<T>(compute: () => T): T | AwaitedYear {
  try {
    return compute();
  } catch (error) {
    if (error instanceof Refusal && error.kind === noCalendar.kind)
      return new AwaitedYear(Number(error.values.year));
    throw error;
  }
}
