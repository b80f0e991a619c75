import { useEffect, useState } from 'react';
import { addDays, day, daysBetween } from '../words/format';
import styles from './ui.module.css';

interface Props {
  label: string;
  /** The days at its ends, `yyyy-MM-dd`. */
  from: string;
  to: string;
  on: string;
  look(day: string): void;
}

/** It is looked at once the hand rests: dragged across a year, each day would be asked for. */
const RESTS_MS = 250;

/** Slides through days; the arrow keys go day by day. */
export function DaySlider({ label, from, to, on, look }: Props) {
  const [at, setAt] = useState(on);
  const [shown, setShown] = useState(on);
  if (on !== shown) {
    setShown(on);
    setAt(on);
  }
  useEffect(() => {
    if (at === on) return;
    const resting = setTimeout(() => look(at), RESTS_MS);
    return () => clearTimeout(resting);
  }, [at, on, look]);
  return (
    <label className={styles.slider}>
      <span>
        {label} <strong>{day(at)}</strong>
      </span>
      <input
        type="range"
        min={0}
        max={daysBetween(from, to)}
        value={daysBetween(from, at)}
        aria-valuetext={day(at)}
        onChange={({ target }) => setAt(addDays(from, target.valueAsNumber))}
      />
    </label>
  );
}
