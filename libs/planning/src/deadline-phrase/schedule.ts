import { unlessAwaited, type AwaitedYear, type WorkCalendar } from '#calendar';
import { addDays, weekday, type Day } from '#kernel';

/** What a deadline phrase (thời hạn hoàn thành) asks for. */
export type Schedule =
  | { kind: 'oneOff'; day: Day; strictlyBefore: boolean }
  /** Work from a day to a day (từ … đến …): due at its end. */
  | { kind: 'stretch'; from: Day; day: Day }
  /** So many working days after a day that is known (trong vòng … ngày làm việc kể từ ngày …). */
  | { kind: 'counted'; from: Day; workingDays: number }
  /** In each of these months on this day of it, or on its last one (null); 13 is next year’s January. */
  | {
      kind: 'monthly';
      months: number[];
      dayOfMonth: number | null;
      strictlyBefore: boolean;
      onRequest: boolean;
    }
  /** Each Friday. */
  | { kind: 'weekly'; onRequest: boolean }
  /** With periodic reports (báo cáo định kỳ) of these periods. */
  | { kind: 'reports'; periods: ReportPeriod[]; onRequest: boolean }
  /** With the quarterly reports. */
  | { kind: 'recurring'; annual: boolean; onRequest: boolean; carriedBy: 'CCHC' | null }
  | { kind: 'continuous' }
  | { kind: 'triggered'; trigger: string; workingDays: number }
  | { kind: 'triggered'; trigger: string; calendarDays: number }
  | { kind: 'needingDate'; reason: ReasonForDate };

/** Why the office has to give a day: the phrase can't be read, names another year, a time without an end, another's plan, or an occasion. */
export type ReasonForDate = 'unreadable' | 'other_year' | 'vague' | 'other_plan' | 'on_occasion';

/** A report's period (kỳ báo cáo): a quarter, six months, nine months, the year. */
export type ReportPeriod = 'Q1' | 'Q2' | 'Q3' | 'Q4' | '6M' | '9M' | 'year';

/** With which reports what recurs is handed in: each quarter's, and the year's where it says so. */
export const recurringPeriods = ({ annual }: { annual: boolean }): ReportPeriod[] => [
  'Q1',
  'Q2',
  'Q3',
  'Q4',
  ...(annual ? (['year'] as const) : []),
];

/** The month on whose 14th the data of a period's report are closed (09/2019/NĐ-CP). */
const CLOSING_MONTH: Record<ReportPeriod, number> = {
  Q1: 3,
  Q2: 6,
  '6M': 6,
  Q3: 9,
  '9M': 9,
  Q4: 12,
  year: 12,
};

/** Settings of an office, each with its source. */
export interface DeadlineSettings {
  /** Working days after a reporting period closes, where no day is set (setting of the office; 09/2019/NĐ-CP closes the period). */
  reportWorkingDays: number;
  /** The day of the period's last month on which its report is due, where the office or its superior has set one. */
  reportDays: Partial<Record<ReportPeriod, number>>;
  /** Working days before the due day on which the lead is reminded. */
  reminders: number[];
  /** Working days at each level of escalation, counted from the level before (from the due day at first). */
  escalation: number[];
}

export const DEFAULT_SETTINGS: DeadlineSettings = {
  reportWorkingDays: 5,
  reportDays: {},
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
  const closing = (day: Day, strictlyBefore = false) =>
    unlessAwaited(() => calendar.closing(calendar.onOrBefore(strictlyBefore ? addDays(day, -1) : day)));
  const after = (day: Day, workingDays: number) =>
    unlessAwaited(() => calendar.closing(calendar.addWorkingDays(day, workingDays)));
  const reportDue = (period: ReportPeriod) => {
    const [month, set] = [CLOSING_MONTH[period], settings.reportDays[period]];
    return set === undefined
      ? after(dayIn(year, month, 14), settings.reportWorkingDays)
      : closing(dayIn(year, month, set));
  };
  const reports = (periods: ReportPeriod[]) =>
    periods.map((period) => ({
      key: period === 'year' ? `${year}` : `${year}-${period}`,
      due: reportDue(period),
    }));
  switch (schedule.kind) {
    case 'oneOff':
      return [{ key: `${year}`, due: closing(schedule.day, schedule.strictlyBefore) }];
    case 'stretch':
      return [{ key: `${year}`, due: closing(schedule.day) }];
    case 'counted':
      return [{ key: `${year}`, due: after(schedule.from, schedule.workingDays) }];
    case 'monthly':
      return schedule.months.map((month) => ({
        key: `${year}-${twoDigits(month)}`,
        due: closing(dayIn(year, month, schedule.dayOfMonth ?? 31), schedule.strictlyBefore),
      }));
    case 'weekly':
      return fridaysOf(year).map((day) => ({ key: `week-${day}`, due: closing(day) }));
    case 'reports':
      return reports(schedule.periods);
    case 'recurring':
      return reports(recurringPeriods(schedule));
    case 'continuous':
    case 'triggered':
    case 'needingDate':
      return [];
  }
}

const twoDigits = (number: number): string => String(number).padStart(2, '0');

/** A day of a month, or the month's last one where it has fewer. */
export function dayIn(year: number, month: number, dayOfMonth: number): Day {
  if (month > 12) return dayIn(year + 1, month - 12, dayOfMonth);
  const next = month === 12 ? `${year + 1}-01-01` : `${year}-${twoDigits(month + 1)}-01`;
  const last = addDays(next, -1);
  const day = `${year}-${twoDigits(month)}-${twoDigits(dayOfMonth)}`;
  return day < last ? day : last;
}

function fridaysOf(year: number): Day[] {
  const first = addDays(`${year}-01-01`, (12 - weekday(`${year}-01-01`)) % 7);
  const days: Day[] = [];
  for (let day = first; day.startsWith(`${year}-`); day = addDays(day, 7)) days.push(day);
  return days;
}

/** The last day of a quarter (1 to 4). */
export const quarterEnd = (year: number, quarter: number): Day => dayIn(year, quarter * 3, 31);
