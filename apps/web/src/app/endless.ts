import {
  hashKey,
  keepPreviousData,
  useInfiniteQuery,
  type InfiniteData,
  type QueryKey,
} from '@tanstack/react-query';
import { useCallback, useMemo, useRef } from 'react';

interface Page<T> {
  items: readonly T[];
  nextCursor: string | null;
}
/** A page as it was read; `isOld`: the list changed since, while the page was out of sight. */
interface Held<T> extends Page<T> {
  isOld?: boolean;
}
interface Place {
  at: number;
  cursor: string;
}
interface Rows {
  first: number;
  last: number;
}

/** A list of the service's, of which as many pages are here as somebody went through. */
export type Endless<T> = ReturnType<typeof useEndless<T>>;

/** Who left a list finds it again as they left it, as long as this. */
const KEPT_MS = 30 * 60_000;
const FIRST: Place = { at: 0, cursor: '' };

/**
 * A list of the service's, page after page. `operation` is what the list is named in the API, so that what changes there
 * has it read anew; `by` is all that the answer depends on. Of a list that says which rows are in sight (`look`) only
 * their pages are read anew, the others once they come into sight: a change is answered by two requests, not by two
 * thousand.
 */
export function useEndless<T>(
  operation: string,
  by: unknown,
  ask: (cursor: { cursor?: string }, signal: AbortSignal) => Promise<{ data: Page<T> }>,
) {
  const inSight = useRef<Rows>({ first: 0, last: Infinity });
  const queryKey: QueryKey = [{ _id: operation, pages: by }];
  const list = useInfiniteQuery({
    queryKey,
    queryFn: async ({ pageParam: { at, cursor }, signal, client }): Promise<Held<T>> => {
      const held = client.getQueryData<InfiniteData<Held<T>>>(queryKey)?.pages;
      const page = held?.[at];
      if (page && !isInSight(held, at, inSight.current)) return { ...page, isOld: true };
      const { data } = await ask(cursor === '' ? {} : { cursor }, signal);
      return data;
    },
    initialPageParam: FIRST,
    getNextPageParam: ({ nextCursor }: Held<T>, _, { at }: Place): Place | undefined =>
      nextCursor === null ? undefined : { at: at + 1, cursor: nextCursor },
    placeholderData: keepPreviousData,
    gcTime: KEPT_MS,
  });
  const pages = list.data?.pages;
  const items = useMemo(() => pages?.flatMap((page) => page.items) ?? [], [pages]);
  const { refetch } = list;
  const look = useCallback(
    (rows: Rows) => {
      inSight.current = rows;
      if (pages?.some(({ isOld }, at) => isOld && isInSight(pages, at, rows)))
        void refetch({ cancelRefetch: false });
    },
    [pages, refetch],
  );
  return { ...list, items, look, name: hashKey(queryKey) };
}

/** Whether a page has rows among those, or would have them where it is empty. */
function isInSight(pages: readonly Page<unknown>[], at: number, { first, last }: Rows): boolean {
  const begins = beginningsOf(pages)[at] ?? 0;
  return begins <= last && begins + (pages[at]?.items.length ?? 0) >= first;
}

/** Added up once for all that ask of the same pages: each of thousands would add up all before it. */
const BEGINNINGS = new WeakMap<readonly Page<unknown>[], readonly number[]>();
function beginningsOf(pages: readonly Page<unknown>[]): readonly number[] {
  const known = BEGINNINGS.get(pages);
  if (known) return known;
  let rows = 0;
  const begins = pages.map(({ items }) => (rows += items.length) - items.length);
  BEGINNINGS.set(pages, begins);
  return begins;
}
