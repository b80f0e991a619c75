import { languageNow } from './language';

/** The office's time zone, wherever the browser is. */
const ZONE = 'Asia/Ho_Chi_Minh';
const parts = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});
const figures = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 2 });
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const read = (instant: string | Date): Record<string, string> =>
  Object.fromEntries(parts.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]));

/** A day, `dd/MM/yyyy`, of an instant or of a day in ISO form. */
export function day(of: string | Date): string {
  if (typeof of === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(of)) return of.split('-').reverse().join('/');
  const { day: d, month, year } = read(of);
  return `${d}/${month}/${year}`;
}

/** A time of day, `HH:mm`. */
export function time(of: string | Date): string {
  const { hour, minute } = read(of);
  return `${hour}:${minute}`;
}

/** An instant, `HH:mm dd/MM/yyyy`, as officials write it. */
export const instant = (of: string | Date): string => `${time(of)} ${day(of)}`;

/** A number with a decimal comma. */
export const figure = (of: number): string => figures.format(of);

/** A sum of money as officials write it, `1.250.000 ₫`. */
export const dong = (of: number): string => `${figures.format(of)}\u00a0₫`;

/** The day of an instant in the office's zone, `yyyy-MM-dd`. */
export function isoDay(of: string | Date): string {
  const { day: d, month, year } = read(of);
  return `${year}-${month}-${d}`;
}

const startOf = (isoDate: string): number => Date.parse(`${isoDate}T00:00:00Z`);

/** How many days a day comes after another, both `yyyy-MM-dd`. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((startOf(to) - startOf(from)) / DAY);

/** So many days after a day. */
export const addDays = (from: string, days: number): string =>
  new Date(startOf(from) + days * DAY).toISOString().slice(0, 10);

const UNITS = {
  vi: {
    days: 'ngày',
    hours: 'giờ',
    minutes: 'phút',
    left: (t: string) => `còn ${t}`,
    over: (t: string) => `quá ${t}`,
    now: 'đến giờ',
  },
  en: {
    days: 'd',
    hours: 'h',
    minutes: 'min',
    left: (t: string) => `${t} left`,
    over: (t: string) => `${t} over`,
    now: 'due now',
  },
};

/** How far it is to an instant, or how long ago: in days, then hours, then minutes. */
export function howFar(to: string | Date, from: Date): string {
  const words = UNITS[languageNow()];
  const ms = new Date(to).getTime() - from.getTime();
  const size = Math.abs(ms);
  if (size < MINUTE) return words.now;
  const amount =
    size >= 2 * DAY
      ? `${Math.floor(size / DAY)} ${words.days}`
      : size >= HOUR
        ? `${Math.floor(size / HOUR)} ${words.hours}`
        : `${Math.floor(size / MINUTE)} ${words.minutes}`;
  return ms < 0 ? words.over(amount) : words.left(amount);
}

const ROMAN = ['', 'I', 'II', 'III', 'IV'];
const PERIODS = {
  vi: {
    quarter: (q: number, year: string) => `Quý ${ROMAN[q]}/${year}`,
    months: (n: string, year: string) => `${n} tháng năm ${year}`,
    month: (m: string, year: string) => `Tháng ${Number(m)}/${year}`,
    year: (year: string) => `Năm ${year}`,
    week: (friday: string) => `Tuần đến ${friday}`,
    triggered: 'Khi phát sinh',
    extra: (due: string) => `Đột xuất ${due}`,
  },
  en: {
    quarter: (q: number, year: string) => `Quarter ${ROMAN[q]}/${year}`,
    months: (n: string, year: string) => `${n} months of ${year}`,
    month: (m: string, year: string) => `Month ${Number(m)}/${year}`,
    year: (year: string) => `Year ${year}`,
    week: (friday: string) => `Week to ${friday}`,
    triggered: 'When it arises',
    extra: (due: string) => `Extra ${due}`,
  },
};

/**
 * A period as officials write it (kỳ), of a deadline's key: `2025`, `2025-Q1`, `2025-9M`, `2025-03`, `week-2025-03-07`,
 * `extra-2025-03-07`, `triggered`. */
export function period(key: string): string {
  const words = PERIODS[languageNow()];
  const [, year = '', quarter, months, month] = /^(\d{4})(?:-(?:Q([1-4])|(\d)M|(\d{2})))?$/.exec(key) ?? [];
  if (quarter !== undefined) return words.quarter(Number(quarter), year);
  if (months !== undefined) return words.months(months, year);
  if (month !== undefined) return words.month(month, year);
  if (year !== '') return words.year(year);
  if (key === 'triggered') return words.triggered;
  const [, sort, at = ''] = /^(week|extra)-(\d{4}-\d{2}-\d{2})$/.exec(key) ?? [];
  return sort === 'week' ? words.week(day(at)) : sort === 'extra' ? words.extra(day(at)) : key;
}
