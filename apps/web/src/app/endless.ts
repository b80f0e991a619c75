import { keepPreviousData, useInfiniteQuery, type QueryKey } from '@tanstack/react-query';

interface Page<T> {
  items: readonly T[];
  nextCursor: string | null;
}

/**
 * A list of the service's, page after page. `operation` is what the list is named in the API, so that what changes there
 * has it read anew; `by` is all that the answer depends on.
 */
export function useEndless<T>(
  operation: string,
  by: unknown,
  ask: (cursor: { cursor?: string }, signal: AbortSignal) => Promise<{ data: Page<T> }>,
) {
  const queryKey: QueryKey = [{ _id: operation, pages: by }];
  const list = useInfiniteQuery({
    queryKey,
    queryFn: async ({ pageParam, signal }) =>
      (await ask(pageParam === '' ? {} : { cursor: pageParam }, signal)).data,
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }: Page<T>) => nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });
  return { ...list, items: list.data?.pages.flatMap(({ items }) => items) ?? [] };
}
