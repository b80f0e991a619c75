import { isDay, type Day } from './time.js';

// What may be written and every reader can hold, declared once: for fields, importers, decisions and tables.

/** Days and instants that can be meant: what lies outside is a slip, and no table or calendar need hold it. */
export const FIRST_DAY: Day = '1900-01-01';
export const LAST_DAY: Day = '2199-12-31';
const FIRST_INSTANT = Date.parse(`${FIRST_DAY}T00:00:00Z`);
const LAST_INSTANT = Date.parse(`${LAST_DAY}T23:59:59.999Z`);

/** The longest text of each form: yyyy-MM-dd; an instant with nine decimals and its offset. */
export const UUID_LENGTH = 36;
export const DAY_LENGTH = 10;
export const INSTANT_LENGTH = 35;

/** The largest sum of money, in đồng. */
export const MOST_DONG = 1_000_000_000;

/** The longest text that may be a key or stand in an index: PostgreSQL holds 2,700 bytes there, a character takes up to four. */
export const LONGEST_NAME = 500;
/** The longest code, number or id from elsewhere. */
export const LONGEST_CODE = 200;
/** The longest text of several pages. */
export const LONGEST_PROSE = 20_000;
/** How many of something a thing may have. */
export const MOST_PARTS = 200;
/** How many of something one answer may list. */
export const MOST_LISTED = 10_000;

/**
 * What a text may hold: what every reader opens and a document's fonts show (`libs/documents` holds that). Of the first plane of
 * Unicode all that is a character, beyond it emoji. Control characters other than tab and newline, code points that are no
 * characters or each font's own, and what a wrong encoding leaves have no place in a text.
 */
export const PLAIN =
  /^(?:(?=[ -\uFFFF])[^\p{Cc}\p{Cs}\p{Co}\p{Cn}\uFFFD]|(?![ -\uFFFF])[\p{Emoji}\p{Emoji_Component}]|[\t\n\r])*$/u;

/** What nearly every text is made of, which is plain: looking for anything else is many times faster than `PLAIN`. */
const UNUSUAL = /[^\t\n\r\u0020-\u007e\u00a0-\u036f\u1e00-\u1eff\u2010-\u2027\u20ab]/;

/** Whether a value is a text that can be kept: plain, of `min` to `most` characters. */
export const isTextOf = (value: unknown, most: number, min = 0): value is string =>
  typeof value === 'string' &&
  value.length >= min &&
  value.length <= most &&
  (!UNUSUAL.test(value) || PLAIN.test(value));

/** A text as it may be told again: without the signs that no text may hold, and no longer than so much. */
export const retold = (text: string, most: number): string =>
  Array.from(text.slice(0, most), (sign) => (PLAIN.test(sign) ? sign : '?')).join('');

/** Whether a text is a real day between 1900 and 2199. */
export const isDayWithin = (text: string): boolean => isDay(text) && text >= FIRST_DAY && text <= LAST_DAY;

const INSTANT = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/;

/** Whether a text is an instant of a real day with its offset, ISO 8601. */
export function isInstantText(text: string): boolean {
  const day = INSTANT.exec(text)?.[1];
  return day !== undefined && isDay(day) && !Number.isNaN(Date.parse(text));
}

/** Whether an instant lies between 1900 and 2199. */
export const isInstantWithin = (at: Date): boolean =>
  at.getTime() >= FIRST_INSTANT && at.getTime() <= LAST_INSTANT;
