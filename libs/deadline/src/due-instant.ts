import { AwaitedYear, unlessAwaited, type WorkCalendar } from '#calendar';
import { isoOffset, is, type Bilingual, type Day } from '#kernel';

/** When something is due (hạn); null while that waits for the calendar of the year `awaits`. */
export interface DueInstant {
  due: string | null;
  awaits?: number;
}

/** When the office closes on a day, or on the last working day before it where it is none. */
export const closingOn = (day: Day, calendar: WorkCalendar): Date | AwaitedYear =>
  unlessAwaited(() => calendar.closing(calendar.onOrBefore(day)));

export const dueInstant = (due: Date | AwaitedYear): DueInstant =>
  due instanceof AwaitedYear ? { due: null, awaits: due.year } : { due: due.toISOString() };

/**
 * Whether a due instant that is known becomes another by a changed calendar: one that has passed stays what it was, and none
 * is moved into the past.
 */
export const isMoved = (from: string, { due }: DueInstant, now: Date): boolean =>
  due !== null && due !== from && [from, due].every((instant) => instant > now.toISOString());

export const dueOf = ({ due, awaits }: DueInstant): DueInstant =>
  awaits === undefined ? { due } : { due, awaits };

/** The earliest first; what waits for a calendar comes last. */
export const byDue = (a: DueInstant, b: DueInstant): number =>
  a.due === b.due ? 0 : a.due === null ? 1 : b.due === null ? -1 : a.due < b.due ? -1 : 1;

/** A due instant as it is answered: with the office's offset; or the year whose calendar it waits for, and what that means. */
export const DUE_ANSWER = {
  due: is.orNull(is.instant),
  awaitsCalendar: is.orNull(is.year),
  dueNote: is.orNull(is.bilingual),
};
export const dueAnswer = ({ due, awaits }: DueInstant): is.OfParts<typeof DUE_ANSWER> => ({
  due: due === null ? null : isoOffset(new Date(due)),
  awaitsCalendar: awaits ?? null,
  dueNote: awaits === undefined ? null : noteOn(awaits),
});

const noteOn = (year: number): Bilingual => ({
  vi: `Chưa tính được ngày đến hạn vì chưa có lịch nghỉ và ngày làm việc năm ${year}. Thời hạn theo quy định vẫn giữ nguyên; ngày cụ thể được báo ngay khi có lịch.`,
  en: `The day can’t be told yet: the days off of ${year} are not announced. The time that the rules give stands, and the day is told as soon as they are.`,
});
