import { difference } from './difference';
import styles from './reports.module.css';

/** What the second of two texts takes away from the first, and what it adds. */
export const Difference = ({ from, to }: { from: string; to: string }) => (
  <p className={styles.difference}>
    {difference(from, to).map(({ of, text }, at) => {
      const key = `${at} ${of}`;
      if (of === 'first') return <del key={key}>{text}</del>;
      return of === 'second' ? <ins key={key}>{text}</ins> : <span key={key}>{text}</span>;
    })}
  </p>
);
