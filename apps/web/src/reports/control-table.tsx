import type { Report } from '#client';
import { Empty } from '../ui/layout';
import { useWords } from '../words/language';
import { CONTROL_COLUMNS, CONTROL_GROUPS, numberOf, type ControlColumn } from './columns';
import { FigureLink } from './figure-link';
import styles from './reports.module.css';
import { words } from './words';

type Row = NonNullable<Report['controlTotal']>;

/** The group that a column stands under. */
export const groupOf = (column: ControlColumn): keyof typeof CONTROL_GROUPS =>
  column.startsWith('settled') ? 'settled' : column.startsWith('open') ? 'open' : 'received';

/** Table II.06a; each figure leads to its dossiers. */
export function ControlTable({ report }: { report: Report }) {
  const text = useWords(words);
  const { control, controlTotal } = report;
  if (!control || !controlTotal) return null;
  if (control.length === 0) return <Empty>{text.nothingCounted}</Empty>;
  return (
    <figure className={styles.figures}>
      <figcaption>
        {text.counted} · {text.unit}
      </figcaption>
      <table>
        <thead>
          <tr>
            <th scope="col" rowSpan={2}>
              {text.field}
            </th>
            {Object.entries(CONTROL_GROUPS).map(([group, columns]) => (
              <th key={group} scope="colgroup" colSpan={columns.length} className={styles.group}>
                {text.groups[groupOf(columns[0])]}
              </th>
            ))}
          </tr>
          <tr>
            {CONTROL_COLUMNS.map((column) => (
              <th key={column} scope="col" className={styles.count}>
                {text.columns[column]} <span>({numberOf(column)})</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {control.map((row) => (
            <ControlRow
              key={row.field}
              report={report}
              row={row}
              name={row.field}
              where={{ row: row.field }}
            />
          ))}
        </tbody>
        <tfoot>
          <ControlRow report={report} row={controlTotal} name={text.total} where={{}} />
        </tfoot>
      </table>
    </figure>
  );
}

function ControlRow({
  report,
  row,
  name,
  where,
}: {
  report: Report;
  row: Row;
  name: string;
  where: { row?: string };
}) {
  const text = useWords(words);
  const isLate = (column: ControlColumn) => /Late$|Overdue$/.test(column) && row[column] > 0;
  return (
    <tr>
      <th scope="row">{name}</th>
      {CONTROL_COLUMNS.map((column) => {
        const said = `${text.groups[groupOf(column)]}: ${text.columns[column].toLocaleLowerCase()}`;
        return (
          <td
            key={column}
            className={styles.count}
            data-label={said}
            {...(isLate(column) ? { 'data-late': true } : {})}
            {...(column in CONTROL_GROUPS ? { 'data-whole': true } : {})}
          >
            <FigureLink
              report={report}
              count={row[column]}
              of={`${name}, ${said}`}
              where={{ control: column, ...where }}
            />
          </td>
        );
      })}
    </tr>
  );
}
