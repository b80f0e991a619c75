import type { Report } from '#client';
import { Empty } from '../ui/layout';
import { useWords } from '../words/language';
import { PROCEDURE_COLUMNS } from './columns';
import { FigureRows, type FigureColumn } from './figure-rows';
import styles from './reports.module.css';
import { tableWords } from './table-words';
import { words } from './words';

type Row = NonNullable<Report['proceduresTotal']>;

/** Form II.07b: procedures, those at the one-stop desk, those with an internal process; each figure leads to its list. */
export function ProcedureTable({ report }: { report: Report }) {
  const text = useWords(words);
  const table = useWords(tableWords);
  const { procedures, proceduresTotal } = report;
  if (!procedures || !proceduresTotal) return null;
  if (procedures.length === 0) return <Empty>{table.noProcedures}</Empty>;
  const columns = PROCEDURE_COLUMNS.flatMap((column): FigureColumn<Row>[] => {
    const name = (level: keyof typeof table.levels) =>
      `${table.procedureGroups[column]}: ${table.levels[level]}`;
    const own = { value: (row: Row) => row[column], where: { procedures: column } };
    return [
      { name: name('all'), whole: true, ...own },
      { name: name('province'), value: () => 0 },
      { name: name('district'), value: () => 0 },
      { name: name('commune'), ...own },
    ];
  });
  return (
    <figure className={`${styles.figures} ${styles.wide}`}>
      <figcaption>{text.counted}</figcaption>
      <FigureRows report={report} columns={columns} rows={procedures} total={proceduresTotal} />
    </figure>
  );
}
