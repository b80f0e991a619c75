import { addDays, isDay, withoutEnding, type Day } from '#kernel';
import { quarterEnd, type Schedule } from './schedule.js';

const ROMAN: Record<string, number> = { i: 1, ii: 2, iii: 3, iv: 4 };
const DATE = String.raw`(?:ngày )?(\d{1,2})(?:[/.-]| tháng )(\d{1,2})(?:[/.-]| năm )(\d{4})`;
const QUARTER = /^(?:chậm nhất )?(?:trong )?quý (iv|iii|ii|i|[1-4])(?: ?\/ ?| năm | )(\d{4})$/;
const MONTH = /^(?:chậm nhất )?(?:trong )?tháng (0?[1-9]|1[0-2])(?: ?\/ ?| năm | )(\d{4})$/;
const BEFORE = new RegExp(`^trước ${DATE}$`);
const YEAR = /^(?:trong )?năm (\d{4})$/;
const CONTINUOUS = /^thường xuyên(?: trong năm(?: (\d{4}))?)?$/;
const QUARTERLY = /^định kỳ h[ằà]ng quý( và năm(?: (\d{4}))?)?( hoặc đột xuất(?: theo quy định)?)?$/;
const CARRIED = /^bc kết quả thực hiện cùng bc cchc định kỳ h[ằà]ng quý$/;
const AFTER_DECISION = /^sau khi (có .+)$/;
const AT_ONCE = /^ngay sau khi (.+)$/;

/** Case, spacing, composition (NFC/NFD), a leading dash and a final dot mean nothing. */
export const normalisePhrase = (text: string): string =>
  withoutEnding(
    text
      .normalize('NFC')
      .toLowerCase()
      .replace(/\s+/g, ' ')
      .replace(/^[\s–-]+/, ''),
    /[\s.;]/,
  );

/** Working days after a trigger when no date is given with it; settings of the office. */
export interface TriggerSettings {
  afterDecision: number;
  atOnce: number;
}

/**
 * What a phrase asks for in a plan's year. One that can't be read, or that names another year, is never guessed:
 * it comes back as `needingDate`.
 */
export function parsePhrase(
  text: string,
  year: number,
  triggers: TriggerSettings = { afterDecision: 10, atOnce: 5 },
): Schedule {
  const phrase = normalisePhrase(text);
  const by = (day: Day, named: number, strictlyBefore = false): Schedule =>
    named === year ? { kind: 'oneOff', day, strictlyBefore } : { kind: 'needingDate', reason: 'other_year' };

  const quarter = QUARTER.exec(phrase);
  if (quarter?.[1] && quarter[2]) {
    const number = ROMAN[quarter[1]] ?? Number(quarter[1]);
    return by(quarterEnd(Number(quarter[2]), number), Number(quarter[2]));
  }
  const month = MONTH.exec(phrase);
  if (month?.[1] && month[2]) return by(monthEnd(Number(month[2]), Number(month[1])), Number(month[2]));

  const before = BEFORE.exec(phrase);
  if (before) {
    const day = dayFrom(before[1], before[2], before[3]);
    return isDay(day) ? by(day, Number(before[3]), true) : { kind: 'needingDate', reason: 'unreadable' };
  }
  const wholeYear = YEAR.exec(phrase);
  if (wholeYear) return by(`${wholeYear[1]}-12-31`, Number(wholeYear[1]));

  const continuous = CONTINUOUS.exec(phrase);
  if (continuous) return inYear(continuous[1], year, { kind: 'continuous' });

  const quarterly = QUARTERLY.exec(phrase);
  if (quarterly) {
    const [, annual, named, onRequest] = quarterly;
    return inYear(named, year, {
      kind: 'recurring',
      annual: annual !== undefined,
      onRequest: onRequest !== undefined,
      carriedBy: null,
    });
  }
  if (CARRIED.test(phrase)) return { kind: 'recurring', annual: false, onRequest: false, carriedBy: 'CCHC' };

  const atOnce = AT_ONCE.exec(phrase);
  if (atOnce?.[1]) return { kind: 'triggered', trigger: atOnce[1], workingDays: triggers.atOnce };
  const decision = AFTER_DECISION.exec(phrase);
  if (decision?.[1]) return { kind: 'triggered', trigger: decision[1], workingDays: triggers.afterDecision };
  return { kind: 'needingDate', reason: 'unreadable' };
}

const inYear = (named: string | undefined, year: number, schedule: Schedule): Schedule =>
  named === undefined || Number(named) === year ? schedule : { kind: 'needingDate', reason: 'other_year' };

const monthEnd = (year: number, month: number): Day =>
  addDays(month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`, -1);

const dayFrom = (d = '', m = '', y = ''): Day => `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`;
