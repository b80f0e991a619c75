import type { Report } from '#client';
import { registersKindsOptions } from '#client/queries';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Totals } from '../registers/totals';
import { Empty } from '../ui/layout';
import { useWords } from '../words/language';
import styles from './reports.module.css';
import { words } from './words';

/** What the registers came to in the report's period. */
export function RegisterTable({ report: { registers, year } }: { report: Report }) {
  const text = useWords(words);
  const kinds = useQuery(registersKindsOptions()).data?.items;
  if (!registers || !kinds) return null;
  if (registers.length === 0) return <Empty>{text.noEntries}</Empty>;
  return (
    <figure className={styles.figures}>
      <figcaption>
        {text.counted} ·{' '}
        <Link to="/registers" search={{ year }}>
          {text.registers}
        </Link>
      </figcaption>
      <Totals totals={registers} kinds={kinds} />
    </figure>
  );
}
