import { invalidInput } from './common-refusals.js';
import { QueryWhole, Text } from './fields.js';

/** A page of a list: how many, and from where on. */
export class Page {
  @QueryWhole({ description: 'Số dòng · how many', min: 1, max: 200, optional: true })
  limit?: number;

  @Text({ description: 'Con trỏ trang sau · cursor of the next page', max: 200, optional: true })
  cursor?: string;
}

/** An instant that is not known yet: it comes after all that are. */
const LAST = 'infinity';

/** The cursor behind a row of a list that is ordered by an instant (null: not known yet, so last) and an id. */
export const cursorBehind = (instant: Date | null, id: string): string =>
  Buffer.from(`${instant?.toISOString() ?? LAST} ${id}`).toString('base64url');

/** The instant and the id in such a cursor; refuses what is none. */
export function placeOf(cursor: string): [instant: string, id: string] {
  const [instant = '', id = ''] = Buffer.from(cursor, 'base64url').toString().split(' ');
  if ((instant !== LAST && Number.isNaN(Date.parse(instant))) || !/^[0-9a-f-]{36}$/.test(id))
    throw invalidInput({ errors: [{ field: 'cursor', message: 'not a cursor of this list' }] });
  return [instant, id];
}
