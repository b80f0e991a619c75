/** Vietnam keeps UTC+7 all year, without daylight saving (Asia/Ho_Chi_Minh). */
const OFFSET_MS = 7 * 3_600_000;

/** A calendar day of the office as `yyyy-MM-dd`. */
export type Day = string;

const DAY_MS = 86_400_000;
/** Nearly all that asks asks for one day: its text is not made each time. */
let lastAsked: { number: number; day: Day } = { number: Number.NaN, day: '' };

/** The office's day on which an instant falls. */
export function dayOf(instant: Date): Day {
  const local = instant.getTime() + OFFSET_MS;
  const number = Math.floor(local / DAY_MS);
  if (number !== lastAsked.number) lastAsked = { number, day: new Date(local).toISOString().slice(0, 10) };
  return lastAsked.day;
}

/** The instant of `HH:mm` office time on a day. */
export const at = (day: Day, time = '00:00'): Date => new Date(`${day}T${time}:00+07:00`);

export const addDays = (day: Day, days: number): Day =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** 1 (Monday) to 7 (Sunday). */
export const weekday = (day: Day): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7;

/** Whether a text is a real day of the calendar. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const [year, month, day] = [text.slice(0, 4), text.slice(5, 7), text.slice(8)].map(Number) as [
    number,
    number,
    number,
  ];
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

const daysIn = (year: number, month: number): number => {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
};

/** dd/MM/yyyy as a clerk writes it. */
export const formatDay = (day: Day): string => day.split('-').reverse().join('/');

/** HH:mm dd/MM/yyyy in office time. */
export function formatInstant(instant: Date): string {
  const local = new Date(instant.getTime() + OFFSET_MS).toISOString();
  return `${local.slice(11, 16)} ${formatDay(local.slice(0, 10))}`;
}

/** ISO 8601 with the office's offset, as the API writes instants. */
export const isoOffset = (instant: Date): string =>
  new Date(instant.getTime() + OFFSET_MS).toISOString().replace('Z', '+07:00');

/** A port: production reads the server's clock, tests and simulations move one by hand (R37). */
export interface Clock {
  now(): Date;
}
