import { unlessAwaited, type AwaitedYear, type WorkCalendar } from '#calendar';
import { addDays, type Day } from '#kernel';

/** What a deadline phrase (thời hạn hoàn thành) asks for. */
export type Schedule =
  | { kind: 'oneOff'; day: Day; strictlyBefore: boolean }
  | { kind: 'recurring'; annual: boolean; onRequest: boolean; carriedBy: 'CCHC' | null }
  | { kind: 'continuous' }
  | { kind: 'triggered'; trigger: string; workingDays: number }
  | { kind: 'needingDate'; reason: 'unreadable' | 'other_year' };

/** Settings of an office, each with its source. */
export interface DeadlineSettings {
  /** Working days after a reporting period closes (setting of the office; 09/2019/NĐ-CP closes the period). */
  reportWorkingDays: number;
  /** Working days before the due day on which the lead is reminded. */
  reminders: number[];
  /** Working days at each level of escalation, counted from the level before (from the due day at first). */
  escalation: number[];
}

export const DEFAULT_SETTINGS: DeadlineSettings = {
  reportWorkingDays: 5,
  reminders: [7, 3, 1],
  escalation: [1, 2, 3, 5],
};

/** One due instant of an obligation, or the year whose calendar it waits for; `key` names the period. */
export interface Due {
  key: string;
  due: Date | AwaitedYear;
}

/** The due instants of a schedule in a plan's year: 17:00, Asia/Ho_Chi_Minh, never on a day off. */
export function duesOf(
  schedule: Schedule,
  year: number,
  calendar: WorkCalendar,
  settings = DEFAULT_SETTINGS,
): Due[] {
  const closing = (day: Day) => unlessAwaited(() => calendar.closing(calendar.onOrBefore(day)));
  const reportDue = (closes: Day) =>
    unlessAwaited(() => calendar.closing(calendar.addWorkingDays(closes, settings.reportWorkingDays)));
  switch (schedule.kind) {
    case 'oneOff':
      return [
        { key: `${year}`, due: closing(schedule.strictlyBefore ? addDays(schedule.day, -1) : schedule.day) },
      ];
    case 'recurring':
      return [
        ...[1, 2, 3, 4].map((q) => ({
          key: `${year}-Q${q}`,
          due: reportDue(`${year}-${String(q * 3).padStart(2, '0')}-14`),
        })),
        ...(schedule.annual ? [{ key: `${year}`, due: reportDue(`${year}-12-14`) }] : []),
      ];
    case 'continuous':
    case 'triggered':
    case 'needingDate':
      return [];
  }
}

/** The last day of a quarter (1 to 4). */
export const quarterEnd = (year: number, quarter: number): Day =>
  addDays(quarter === 4 ? `${year + 1}-01-01` : `${year}-${String(quarter * 3 + 1).padStart(2, '0')}-01`, -1);
