import {
  defaultRangeExtractor,
  useWindowVirtualizer,
  type Range,
  type VirtualItem,
  type Virtualizer,
} from '@tanstack/react-virtual';
import { useCallback, useEffect, useLayoutEffect, useRef, useState, type FocusEvent } from 'react';

interface List {
  name: string;
  items: readonly unknown[];
  error: unknown;
  hasNextPage: boolean;
  isFetching: boolean;
  fetchNextPage: () => unknown;
  look(rows: { first: number; last: number }): void;
}

interface Shown {
  count: number;
  keyOf(index: number): string;
  /** About how high a row is, px, until it was drawn. */
  about(index: number): number;
  /** A row that stands above the first one in sight wherever that is, as the day of an entry does. */
  headOf?(index: number): number;
  /** Which item of the list a row shows, where rows of another kind stand between them. */
  itemOf?(index: number): number;
}

/** A row that is drawn, and how much room is kept before it for rows that are not, px. */
export interface DrawnRow {
  index: number;
  key: string;
  room: number;
}

/** Rows drawn beyond those in sight, above and below. */
const BEYOND = 15;
/** So many rows before its end more of a list is read. */
const AHEAD = 40;

/** How high rows were when a list was left, by the list and by the row: who comes back stands where they stood. */
const heights = new Map<string, ReadonlyMap<unknown, number>>();
const LISTS_KEPT = 20;

function keepHeights(name: string, of: ReadonlyMap<unknown, number>): void {
  heights.delete(name);
  heights.set(name, of);
  for (const [oldest] of heights) if (heights.size > LISTS_KEPT) heights.delete(oldest);
}

/**
 * Draws of a list, however long, the rows in sight and some around, and keeps room for the rest; reads on before its end
 * comes. The row that has the focus stays drawn wherever one scrolls to, with its neighbours, where Tab
 * goes on.
 */
export function useLongRows(list: List, { count, keyOf, about, headOf, itemOf = (index) => index }: Shown) {
  const top = useRef<HTMLElement>(null);
  const [begins, setBegins] = useState(0);
  const [focused, setFocused] = useState<number>();
  const before = heights.get(list.name);
  const seemed = useRef(1);
  const rows = useWindowVirtualizer<HTMLElement>({
    count,
    getItemKey: keyOf,
    estimateSize: (index) => before?.get(keyOf(index)) ?? about(index) * seemed.current,
    measureElement: (row, _, of) => heightOf(row, of, before),
    overscan: BEYOND,
    scrollMargin: begins,
    rangeExtractor: useCallback(
      (range: Range) => {
        const drawn = new Set(defaultRangeExtractor(range));
        for (const row of focused === undefined ? [] : [focused - 1, focused, focused + 1])
          if (row >= 0 && row < range.count) drawn.add(row);
        if (headOf) for (const row of [...drawn]) drawn.add(headOf(row));
        return [...drawn].sort((a, b) => a - b);
      },
      [focused, headOf],
    ),
  });
  // What stands above the list becomes higher or lower with what is opened there.
  useLayoutEffect(() => {
    const watched = new ResizeObserver(() => {
      if (top.current) setBegins(Math.round(top.current.getBoundingClientRect().top + window.scrollY));
    });
    watched.observe(document.body);
    return () => watched.disconnect();
  }, []);
  useLayoutEffect(
    () => void Object.assign(rows, { shouldAdjustScrollPositionOnItemSizeChange: holdsPlace }),
    [rows],
  );
  const { name } = list;
  useEffect(() => () => keepHeights(name, rows.itemSizeCache), [name, rows]);
  const [first, last] = [rows.range?.startIndex ?? 0, rows.range?.endIndex ?? 0];
  const { look, error, hasNextPage, isFetching, fetchNextPage, items } = list;
  const [firstItem, lastItem] = [itemOf(Math.max(0, first - BEYOND)), itemOf(last + BEYOND)];
  useEffect(() => look({ first: firstItem, last: lastItem }), [look, firstItem, lastItem]);
  // As high as the first rows turn out to be, so are the others thought: said while none but these is above what is in sight.
  const isAtStart = first === 0 && last > 0;
  useEffect(() => {
    if (!isAtStart) return;
    const known = rows.measurementsCache.filter(({ key }) => rows.itemSizeCache.has(key));
    const size = known.reduce((sum, row) => sum + row.size, 0);
    const guessed = known.reduce((sum, { index }) => sum + about(index), 0);
    if (guessed > 0) seemed.current = size / guessed;
  }, [isAtStart, about, rows, count]);
  const isNearEnd = last > 0 && last >= count - AHEAD;
  useEffect(() => {
    if (isNearEnd && items.length > 0 && hasNextPage && !isFetching && !error) fetchNextPage();
  }, [isNearEnd, items, hasNextPage, isFetching, error, fetchNextPage]);

  const shown = rows.getVirtualItems();
  const drawn = shown.map((row, at): DrawnRow => ({
    index: row.index,
    key: String(row.key),
    room: row.start - (shown[at - 1]?.end ?? begins),
  }));
  return {
    drawn,
    /** Room for all rows behind the last that is drawn. */
    roomBelow: begins + rows.getTotalSize() - (shown.at(-1)?.end ?? begins),
    top,
    measure: rows.measureElement,
    /** For what holds the rows. */
    holdFocus: {
      onFocus: ({ target }: FocusEvent<Element>) => setFocused(rowOf(target)),
      /** It goes on to another row before that has heard of it; a window that is left keeps its place. */
      onBlur: ({ relatedTarget }: FocusEvent) => {
        if (relatedTarget) setFocused(rowOf(relatedTarget));
      },
    },
  };
}

type Rows = Virtualizer<Window, HTMLElement>;

/**
 * How high a row is, to a fraction of a pixel: rounded, a long list would slip by the height of some rows. A row that was
 * measured keeps its height where it only fell on the pixels otherwise: each change moves the list, and a list that is
 * moved comes no further where a key sent it.
 */
function heightOf(row: HTMLElement, rows: Rows, before: ReadonlyMap<unknown, number> | undefined): number {
  const { height } = row.getBoundingClientRect();
  const key = rows.options.getItemKey(rows.indexFromElement(row));
  const known = rows.itemSizeCache.get(key) ?? before?.get(key);
  return known !== undefined && Math.abs(known - height) < 1 ? known : height;
}

/** Who scrolls down is not held up by rows that turn out to be higher or lower than they seemed. */
const holdsPlace = ({ start }: VirtualItem, _: number, rows: Rows): boolean =>
  start < (rows.scrollOffset ?? 0) && !(rows.isScrolling && rows.scrollDirection === 'forward');

const rowOf = (element: EventTarget): number | undefined => {
  const index = (element as Element).closest('[data-index]')?.getAttribute('data-index');
  return index === null || index === undefined ? undefined : Number(index);
};
