import { Fragment, memo, useCallback, type ReactNode } from 'react';
import type { Endless } from '../app/endless';
import { useLongRows } from './long-rows';
import { More } from './more';
import tables from './table.module.css';

/** What a row of a long table says of its place: goes onto its `tr`. */
export interface RowPlace {
  ref: (row: HTMLElement | null) => void;
  'data-index': number;
  'aria-rowindex': number;
}
/** Draws a row; made once, not anew with each look. */
export type RowOf<T> = (item: T, place: RowPlace) => ReactNode;

interface Props<T> {
  list: Endless<T>;
  /** Its heads, each with how wide its column is. */
  heads: readonly { name: ReactNode; width: string }[];
  row: RowOf<T>;
  none: string;
}

const ABOUT_PX = 76;

/** A list as a table of which as many rows are drawn as are in sight: it may have a hundred thousand (danh sách dài). */
export function LongTable<T extends { id: string }>({ list, heads, row, none }: Props<T>) {
  const { items, hasNextPage } = list;
  const keyOf = useCallback((index: number) => items[index]?.id ?? '', [items]);
  const about = useCallback(() => ABOUT_PX, []);
  const { drawn, roomBelow, top, measure, holdFocus } = useLongRows(list, {
    count: items.length,
    keyOf,
    about,
  });
  if (items.length === 0) return <More list={list} none={none} />;
  const room = (px: number) => <Room px={px} columns={heads.length} />;
  return (
    <div className={`${tables.unanchored} ${tables.withMore}`}>
      <table
        className={`${tables.table} ${tables.long}`}
        aria-rowcount={hasNextPage ? -1 : items.length + 1}
        {...holdFocus}
      >
        <colgroup>
          {heads.map(({ width }, at) => (
            <col key={at} style={{ width }} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            {heads.map(({ name }, at) => (
              <th key={at} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={top as React.RefObject<HTMLTableSectionElement>}>
          {drawn.map(({ index, key, room: before }) => {
            const item = items[index];
            return item === undefined ? null : (
              <Fragment key={key}>
                {before > 0 ? room(before) : null}
                <Drawn item={item} index={index} row={row as RowOf<unknown>} measure={measure} />
              </Fragment>
            );
          })}
          {roomBelow > 0 ? room(roomBelow) : null}
        </tbody>
      </table>
      <More list={list} none={none} />
    </div>
  );
}

interface OfRow {
  item: unknown;
  index: number;
  row: RowOf<unknown>;
  measure: (row: HTMLElement | null) => void;
}
const Drawn = memo(({ item, index, row, measure }: OfRow) =>
  row(item, { ref: measure, 'data-index': index, 'aria-rowindex': index + 2 }),
);

const Room = ({ px, columns }: { px: number; columns: number }) => (
  <tr aria-hidden="true" className={tables.room}>
    <td colSpan={columns} style={{ height: px }} />
  </tr>
);
