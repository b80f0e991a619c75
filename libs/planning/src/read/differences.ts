import { isDeepStrictEqual } from 'node:util';

/** A value that was one thing and is another; `path` leads to it, as in `obligations.0.occurrences.1.due`. */
export interface Difference {
  path: string;
  before: unknown;
  after: unknown;
}

/** Where two answers differ, leaf by leaf. */
export function differencesOf(before: unknown, after: unknown, path = ''): Difference[] {
  if (isDeepStrictEqual(before, after)) return [];
  if (!isBranch(before) || !isBranch(after)) return [{ path, before: before ?? null, after: after ?? null }];
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].flatMap((name) =>
    differencesOf(before[name], after[name], path === '' ? name : `${path}.${name}`),
  );
}

const isBranch = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
