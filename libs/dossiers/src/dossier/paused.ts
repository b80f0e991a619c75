import { addDays, at, type Day } from '#kernel';

/** How a pause stands (tạm dừng): until when, whether that has passed with nothing happening, and how far up it is known. */
export interface Pause {
  until: string;
  overdue: boolean;
  level: number;
  atPostId: string | null;
}

/** Pauses of before say the day alone. */
export const pausedUntil = ({ until, expectedEnd }: { until?: string; expectedEnd: Day }): string =>
  until ?? endOfDay(expectedEnd).toISOString();

export const endOfDay = (day: Day): Date => at(addDays(day, 1));
