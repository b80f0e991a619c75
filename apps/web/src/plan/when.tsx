import { useNavigate } from '@tanstack/react-router';
import { Button } from '../ui/button';
import { DayField } from '../ui/day-field';
import { textOf } from '../ui/fields';
import { useWords } from '../words/language';
import styles from './plan.module.css';
import { planSearch } from './plan-search';
import { words } from './words';

/** Looks at the plan as it stood at the end of a day. */
export function When({ on }: { on: string | undefined }) {
  const text = useWords(words);
  const navigate = useNavigate({ from: '/plan' });
  const look = (next: string | undefined) =>
    void navigate({ search: (now) => planSearch({ ...now, on: next }), replace: true });
  return (
    <form
      key={on}
      className={styles.when}
      onSubmit={(event) => {
        event.preventDefault();
        look(textOf(new FormData(event.currentTarget), 'on'));
      }}
    >
      <DayField label={text.onDay} name="on" {...(on === undefined ? {} : { defaultValue: on })} />
      <Button type="submit">{text.look}</Button>
      {on === undefined ? null : (
        <Button look="quiet" onClick={() => look(undefined)}>
          {text.toNow}
        </Button>
      )}
    </form>
  );
}
