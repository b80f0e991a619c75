import { isUUID } from 'class-validator';
import { invalidInput } from './common-refusals.js';
import { QueryWhole, Text } from './fields.js';
import { LONGEST_NAME, isInstantText, isTextOf } from './limits.js';

/** A page of a list: how many, and from where on. */
export class Page {
  @QueryWhole({ description: 'Số dòng · how many', min: 1, max: 200, optional: true })
  limit?: number;

  @Text({ description: 'Con trỏ trang sau · cursor of the next page', max: 200, optional: true })
  cursor?: string;
}

/** A page of rows that were asked for with one more, and the cursor behind it; null where nothing comes after. */
export function pageOf<T>(
  rows: readonly T[],
  limit: number,
  cursorOf: (last: T) => string | null,
): { items: T[]; nextCursor: string | null } {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last !== undefined ? cursorOf(last) : null };
}

/** In a cursor, an instant that is not known: it comes after all that are. */
const NOT_KNOWN = 'infinity';

/** The cursor behind a row of a list that is ordered by an instant (null: not known yet, so last) and an id. */
export const cursorBehind = (instant: Date | null, id: string): string =>
  Buffer.from(`${instant?.toISOString() ?? NOT_KNOWN} ${id}`).toString('base64url');

/** By what such a list is ordered: columns of an instant and of an id. */
export interface ByInstant {
  key: string;
  id: string;
  order: 'asc' | 'desc';
}

/**
 * SQL for the rows behind such a cursor, whose values it appends. Rows without the instant come first where the latest
 * does, as PostgreSQL orders them. Refuses what is no cursor.
 */
export function behind(cursor: string, { key, id, order }: ByInstant, values: unknown[]): string {
  const [instant, last] = placeOf(cursor);
  if (order === 'desc' && instant === NOT_KNOWN)
    return `(${key} is not null or ${id} < $${values.push(last)}::uuid)`;
  return `(${key}, ${id}) ${order === 'asc' ? '>' : '<'} ($${values.push(instant)}::timestamptz, $${values.push(last)}::uuid)`;
}

/** The instant and the id in such a cursor; refuses what is none. */
function placeOf(cursor: string): [instant: string, id: string] {
  const [instant = '', id = ''] = Buffer.from(cursor, 'base64url').toString().split(' ');
  if ((instant !== NOT_KNOWN && !isInstantText(instant)) || !isUUID(id)) throw noCursor();
  return [instant, id];
}

/** The cursor behind a row of a list that is ordered by a text. */
export const textCursor = (text: string): string => Buffer.from(text).toString('base64url');

/** The text in a cursor of a list that is ordered by one; refuses what is none. */
export function textIn(cursor: string): string {
  const text = Buffer.from(cursor, 'base64url').toString();
  if (!isTextOf(text, LONGEST_NAME, 1)) throw noCursor();
  return text;
}

/** The id in a cursor of a list that is ordered by ids; refuses what is none. */
export function idIn(cursor: string): string {
  if (!isUUID(cursor)) throw noCursor();
  return cursor;
}

/** The number in a cursor of a list that is ordered by one, in digits; refuses what is none. */
export function numberIn(cursor: string): string {
  if (!/^\d{1,15}$/.test(cursor)) throw noCursor();
  return cursor;
}

const noCursor = () => invalidInput({ errors: [{ field: 'cursor', message: 'not a cursor of this list' }] });
