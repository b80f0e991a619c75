import styles from './meter.module.css';

/** How far something is, in per cent: drawn, and said. */
export const Meter = ({ percent, label }: { percent: number; label: string }) => (
  <span className={styles.meter}>
    <progress max={100} value={percent} aria-label={label} /> {percent}&nbsp;%
  </span>
);
