import { parsePhoneNumberFromString } from 'libphonenumber-js/min';

// One thing has one spelling wherever it is a key or looked for; what people wrote themselves is kept for print.

/** A telephone number as E.164 has it (`+84912345678`), read as one dialled in Vietnam; undefined where it can't be one. */
export function canonicalPhone(text: string): string | undefined {
  const number = parsePhoneNumberFromString(text.normalize('NFKC'), 'VN');
  return number?.isPossible() && number.ext === undefined ? number.number : undefined;
}

/** A number of an identity card, passport or the like: its letters and digits alone, in capitals. */
export const canonicalNumber = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toUpperCase();

/** An e-mail address as it is compared: servers that tell capitals apart are not met any more. */
export const canonicalEmail = (text: string): string => text.normalize('NFKC').trim().toLowerCase();

/** A username as accounts have it. */
export const canonicalUsername = (text: string): string => text.normalize('NFKC').trim().toLowerCase();

/** The beginning of such a code. */
export const beginningOfCode = (text: string): string =>
  text.normalize('NFKC').trimStart().toUpperCase().replace(PARTING, '-');

const PARTING = /[\s\p{Pd}_]+/gu;

/** A dossier's code as the register deals it out, whatever its dashes, blanks and capitals were when somebody wrote it down. */
export function canonicalCode(text: string): string {
  const parted = beginningOfCode(text.trim());
  if (/-\d{6}-\d{4,}$/.test(parted)) return parted;
  return parted
    .replaceAll('-', '')
    .replace(/^(.+?)?(\d{6})(\d{4})$/, (_whole, agency: string | undefined, day: string, number: string) =>
      [...(agency === undefined ? [] : [agency]), day, number].join('-'),
    );
}

/** A text as it is looked for without its marks and capitals: `Đường Lê Lợi` and `duong le loi` are one. */
export const withoutMarks = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();

/**
 * A text in the one form that is kept (NFC), and whatever a value holds of texts. Keyboards and systems spell `ế` in up to
 * three ways that look the same.
 */
export const oneForm = (value: unknown): unknown => eachText(value, (text) => text.normalize('NFC'));

/** A value with each text in its lists and plain objects made into another. */
export function eachText<T>(value: T, made: (text: string) => string, deepest?: number): T;
export function eachText(value: unknown, made: (text: string) => string, deepest = DEEPEST): unknown {
  if (typeof value === 'string') return made(value);
  if (deepest === 0) return value;
  if (Array.isArray(value)) return value.map((held: unknown) => eachText(held, made, deepest - 1));
  if (!isPlain(value)) return value;
  // Most of what comes has nothing to be changed, and is not copied.
  const copied = (): Record<string, unknown> => ({ ...value });
  let changed = Object.getPrototypeOf(value) === Object.prototype ? undefined : copied();
  for (const [key, held] of Object.entries(value)) {
    const now = eachText<unknown>(held, made, deepest - 1);
    if (now !== held) (changed ??= copied())[key] = now;
  }
  return changed ?? value;
}

/** Nothing that is taken in is nested as deeply. */
const DEEPEST = 12;

function isPlain(value: unknown): value is object {
  if (value === null || typeof value !== 'object') return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  // What a query was parsed into has a prototype that is empty.
  return (
    prototype === Object.prototype ||
    prototype === null ||
    (typeof prototype === 'object' && !('constructor' in prototype))
  );
}
