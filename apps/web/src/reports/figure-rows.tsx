import type { Report } from '#client';
import { figure } from '../words/format';
import { useWords } from '../words/language';
import { FigureLink } from './figure-link';
import type { FigureSearch } from './report-search';
import styles from './reports.module.css';
import { words } from './words';

/** A column of figures: what it is called, what stands in it, and which list that leads to; null: it was not measured. */
export interface FigureColumn<R> {
  name: string;
  value: (row: R) => number | null;
  where?: Omit<FigureSearch, 'submission' | 'row'>;
  /** What of several columns it sums up. */
  whole?: boolean;
}

interface Props<R> {
  report: Report;
  columns: readonly FigureColumn<R>[];
  rows: readonly R[];
  total: R;
}

/** A table of figures by field, each leading to what it counts. */
export function FigureRows<R extends { field: string }>({ report, columns, rows, total }: Props<R>) {
  const text = useWords(words);
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{text.field}</th>
          {columns.map(({ name }) => (
            <th key={name} scope="col" className={styles.count}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <FigureRow key={row.field} {...{ report, columns, row }} name={row.field} of={row.field} />
        ))}
      </tbody>
      <tfoot>
        <FigureRow {...{ report, columns }} row={total} name={text.total} />
      </tfoot>
    </table>
  );
}

function FigureRow<R extends { field: string }>({
  report,
  columns,
  row,
  name,
  of,
}: {
  report: Report;
  columns: readonly FigureColumn<R>[];
  row: R;
  name: string;
  of?: string;
}) {
  return (
    <tr>
      <th scope="row">{name}</th>
      {columns.map(({ name: said, value, where, whole }) => {
        const count = value(row);
        return (
          <td
            key={said}
            className={styles.count}
            data-label={said}
            {...(whole ? { 'data-whole': true } : {})}
          >
            {count === null ? (
              '–'
            ) : where ? (
              <FigureLink
                report={report}
                count={count}
                of={`${name}, ${said}`}
                where={{ ...where, ...(of === undefined ? {} : { row: of }) }}
              />
            ) : (
              figure(count)
            )}
          </td>
        );
      })}
    </tr>
  );
}
