import type { Report } from '#client';
import { Empty } from '../ui/layout';
import { useWords } from '../words/language';
import type { DigitisationColumn } from './columns';
import { FigureRows, type FigureColumn } from './figure-rows';
import styles from './reports.module.css';
import { tableWords } from './table-words';
import { words } from './words';

type Row = NonNullable<Report['digitisationTotal']>;

/** What of dossiers and results is held digitised; each figure leads to its dossiers. */
export function DigitisationTable({ report }: { report: Report }) {
  const text = useWords(words);
  const table = useWords(tableWords);
  const { digitisation, digitisationTotal } = report;
  if (!digitisation || !digitisationTotal) return null;
  if (digitisation.length === 0) return <Empty>{text.nothingCounted}</Empty>;
  const counted = (key: DigitisationColumn): FigureColumn<Row> => ({
    name: table.digitised[key],
    value: (row) => row[key],
    where: { digitisation: key },
    whole: key === 'papersOf' || key === 'resultsOf',
  });
  const columns: FigureColumn<Row>[] = [
    ...(['papersOf', 'papersNotHeld', 'papersHeld', 'papersReused'] as const).map(counted),
    { name: table.digitised.fromPortal, value: () => null },
    { name: table.digitised.papersRate, value: (row) => row.papersRate },
    ...(['resultsOf', 'resultsNotHeld', 'resultsHeld'] as const).map(counted),
    { name: table.digitised.resultsRate, value: (row) => row.resultsRate },
  ];
  return (
    <figure className={`${styles.figures} ${styles.wide}`}>
      <figcaption>
        {text.counted} · {text.unit}
      </figcaption>
      <FigureRows report={report} columns={columns} rows={digitisation} total={digitisationTotal} />
    </figure>
  );
}
