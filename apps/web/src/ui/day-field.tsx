import { useId, useState } from 'react';
import { useWrong } from './form-problem';
import styles from './ui.module.css';

interface Props {
  label: string;
  name: string;
  required?: boolean;
  /** ISO day. */
  defaultValue?: string;
  /** Hears the day, empty while there is none. */
  onDay?: (iso: string) => void;
}

/** `05091987`, `5/9/1987` and `05/09/1987` are one day; undefined where there is none. Days that don't exist are none. */
export function readDay(typed: string): string | undefined {
  const [, d, m, y] = /^\s*(\d{1,2})\D?(\d{1,2})\D?(\d{4})\s*$/.exec(typed) ?? [];
  if (d === undefined || m === undefined || y === undefined) return undefined;
  const iso = `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`;
  const read = new Date(`${iso}T00:00:00Z`);
  return Number.isNaN(read.getTime()) || read.toISOString().slice(0, 10) !== iso ? undefined : iso;
}

const shown = (iso: string): string => iso.split('-').reverse().join('/');

/** A day as Vietnamese officials write it, dd/mm/yyyy, typed with or without strokes; sent in ISO form under its name. */
export function DayField({ label, name, required = false, defaultValue, onDay }: Props) {
  const id = useId();
  const wrong = useWrong(name);
  const [typed, setTyped] = useState(defaultValue ? shown(defaultValue) : '');
  const iso = readDay(typed);
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <span id={`${id}-hint`} className={styles.hint}>
        dd/mm/yyyy
      </span>
      {wrong ? (
        <span id={`${id}-wrong`} className={styles.wrong}>
          {wrong}
        </span>
      ) : null}
      <input
        id={id}
        className={styles.input}
        inputMode="numeric"
        autoComplete="off"
        placeholder="dd/mm/yyyy"
        pattern="\s*\d{1,2}\D?\d{1,2}\D?\d{4}\s*"
        required={required}
        aria-describedby={wrong ? `${id}-hint ${id}-wrong` : `${id}-hint`}
        aria-invalid={wrong ? true : undefined}
        value={typed}
        onChange={({ target }) => {
          setTyped(target.value);
          onDay?.(readDay(target.value) ?? '');
          target.setCustomValidity(
            target.value !== '' && readDay(target.value) === undefined ? 'dd/mm/yyyy' : '',
          );
        }}
        onBlur={() => iso && setTyped(shown(iso))}
      />
      <input type="hidden" name={name} value={iso ?? ''} />
    </div>
  );
}
