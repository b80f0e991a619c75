import type { Report } from '#client';
import { planShowOptions } from '#client/queries';
import { useQuery } from '@tanstack/react-query';
import { ofYear } from '../app/none-yet';
import { Empty } from '../ui/layout';
import { useWords } from '../words/language';
import { STANDING_COLUMNS, type StandingColumn } from './columns';
import { FigureLink } from './figure-link';
import styles from './reports.module.css';
import { words } from './words';

type Row = NonNullable<Report['plan']>[number];

/** What the plan calls its areas. */
export function useAreaName(year: number): (code: string) => string {
  const areas = ofYear(useQuery(planShowOptions({ path: { year } })).data)?.areas ?? [];
  return (code) => {
    const name = areas.find((area) => area.code === code)?.name;
    return name === undefined ? code : `${code}. ${name}`;
  };
}

/** How the plan's tasks stand; each figure leads to its tasks. */
export function PlanTable({ report }: { report: Report }) {
  const text = useWords(words);
  const areaName = useAreaName(report.year);
  const { plan } = report;
  if (!plan) return null;
  if (plan.length === 0) return <Empty>{text.noTasks}</Empty>;
  const whole = (column: StandingColumn) => plan.reduce((sum, row) => sum + row[column], 0);
  return (
    <figure className={styles.figures}>
      <figcaption>
        {text.counted} · {text.standing}
      </figcaption>
      <table>
        <thead>
          <tr>
            <th scope="col">{text.area}</th>
            {STANDING_COLUMNS.map((column) => (
              <th key={column} scope="col" className={styles.count}>
                {text.standings[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {plan.map((row) => (
            <PlanRow
              key={row.area}
              report={report}
              name={areaName(row.area)}
              of={(column) => row[column]}
              where={{ row: row.area }}
            />
          ))}
        </tbody>
        <tfoot>
          <PlanRow report={report} name={text.total} of={whole} where={{}} />
        </tfoot>
      </table>
    </figure>
  );
}

function PlanRow({
  report,
  name,
  of,
  where,
}: {
  report: Report;
  name: string;
  of: (column: StandingColumn) => Row[StandingColumn];
  where: { row?: string };
}) {
  const text = useWords(words);
  return (
    <tr>
      <th scope="row">{name}</th>
      {STANDING_COLUMNS.map((column) => (
        <td
          key={column}
          className={styles.count}
          data-label={text.standings[column]}
          {...(column === 'late' && of(column) > 0 ? { 'data-late': true } : {})}
        >
          <FigureLink
            report={report}
            count={of(column)}
            of={`${name}, ${text.standings[column].toLocaleLowerCase()}`}
            where={{ plan: column, ...where }}
          />
        </td>
      ))}
    </tr>
  );
}
