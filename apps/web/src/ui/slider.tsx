import { useEffect, useState } from 'react';
import { day } from '../words/format';
import type { Stops } from './stops';
import styles from './ui.module.css';

interface Props {
  label: string;
  stops: Stops;
  /** `yyyy-MM-dd`. */
  on: string;
  look(day: string): void;
}

/** It is looked at once the hand rests: dragged across a year, each day would be asked for. */
const RESTS_MS = 250;

/** Slides through days, where there are several; the arrow keys go from each to the next. */
export function DaySlider({ label, stops, on, look }: Props) {
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
  if (stops.last < 1) return null;
  return (
    <label className={styles.slider}>
      <span>
        {label} <strong>{day(at)}</strong>
      </span>
      <input
        type="range"
        min={0}
        max={stops.last}
        value={stops.placeOf(at)}
        aria-valuetext={day(at)}
        onChange={({ target }) => setAt(stops.dayAt(target.valueAsNumber))}
      />
    </label>
  );
}
