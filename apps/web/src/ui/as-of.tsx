import { textOf } from './fields';
import { Button } from './button';
import { DayField } from './day-field';
import styles from './ui.module.css';
import { useWords } from '../words/language';
import { words } from './words';

interface Props {
  label: string;
  /** How one comes back from the past. */
  toNow: string;
  /** The day that was asked for; undefined for today. */
  on: string | undefined;
  /** The day that stands in the field. */
  shown?: string | undefined;
  look(next: string | undefined): void;
}

/** Asks for something as it stood at the end of a day. */
export function AsOf({ label, toNow, on, shown = on, look }: Props) {
  const text = useWords(words);
  return (
    <form
      key={on}
      className={styles.asOf}
      onSubmit={(event) => {
        event.preventDefault();
        look(textOf(new FormData(event.currentTarget), 'on'));
      }}
    >
      <DayField label={label} name="on" {...(shown === undefined ? {} : { defaultValue: shown })} />
      <Button type="submit">{text.look}</Button>
      {on === undefined ? null : (
        <Button look="quiet" onClick={() => look(undefined)}>
          {toNow}
        </Button>
      )}
    </form>
  );
}
