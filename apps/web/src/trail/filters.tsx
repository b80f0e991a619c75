import { useNavigate } from '@tanstack/react-router';
import { DayField } from '../ui/day-field';
import { SelectField } from '../ui/field';
import { textOf } from '../ui/fields';
import { Button } from '../ui/button';
import { Panel } from '../ui/layout';
import { useWords } from '../words/language';
import { useActors, useVocabulary } from './actors';
import styles from './trail.module.css';
import { trailSearch, type TrailSearch } from './trail-search';
import { words } from './words';

const WHICH = ['outside', 'unsealed'] as const;

/** What is looked for, all of it in the address. */
export function Filters({ search }: { search: TrailSearch }) {
  const text = useWords(words);
  const navigate = useNavigate({ from: '/trail' });
  const { acts } = useVocabulary();
  const actors = useActors();
  const look = (next: Record<string, unknown>) =>
    void navigate({ search: trailSearch({ ...search, ...next }), replace: true });
  return (
    <Panel>
      <div className={styles.filters}>
        <SelectField
          label={text.actor}
          value={search.actor ?? ''}
          onChange={({ target }) => look({ actor: target.value })}
        >
          <option value="">{text.anybody}</option>
          {actors.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={text.act}
          value={search.type ?? ''}
          onChange={({ target }) => look({ type: target.value })}
        >
          <option value="">{text.anyAct}</option>
          {acts.map(({ type, name }) => (
            <option key={type} value={type}>
              {name}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={text.which}
          value={search.sealed ? 'unsealed' : (search.hours ?? '')}
          onChange={({ target: { value } }) =>
            look({
              hours: value === 'outside' ? 'outside' : undefined,
              sealed: value === 'unsealed' ? 'no' : undefined,
            })
          }
        >
          <option value="">{text.all}</option>
          {WHICH.map((which) => (
            <option key={which} value={which}>
              {text[which]}
            </option>
          ))}
        </SelectField>
        <Days search={search} look={look} />
      </div>
      <Narrowed search={search} look={look} />
    </Panel>
  );
}

type Looking = { search: TrailSearch; look: (next: Record<string, unknown>) => void };

/** The window of time: taken once a day is typed and left, or on Enter. */
function Days({ search: { from, to }, look }: Looking) {
  const text = useWords(words);
  const take = (form: HTMLFormElement) => {
    const fields = new FormData(form);
    const next = { from: textOf(fields, 'from'), to: textOf(fields, 'to') };
    if (next.from !== (from ?? '') || next.to !== (to ?? '')) look(next);
  };
  return (
    <form
      key={`${from} ${to}`}
      className={styles.days}
      onSubmit={(event) => {
        event.preventDefault();
        take(event.currentTarget);
      }}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) take(currentTarget);
      }}
    >
      <DayField label={text.from} name="from" {...(from === undefined ? {} : { defaultValue: from })} />
      <DayField label={text.to} name="to" {...(to === undefined ? {} : { defaultValue: to })} />
      <button type="submit" className="visually-hidden">
        {text.look}
      </button>
    </form>
  );
}

/** What came from elsewhere, one subject or one chain, and the way back to all. */
function Narrowed({ search, look }: Looking) {
  const text = useWords(words);
  const narrowed = (['subject', 'correlation'] as const).filter((name) => search[name] !== undefined);
  const isNarrowed = Object.keys(search).length > 0;
  return isNarrowed ? (
    <div className={styles.narrowed}>
      {narrowed.map((name) => (
        <Button
          key={name}
          onClick={() => look({ [name]: undefined })}
          aria-label={text.drop(text.only[name])}
        >
          {text.only[name]} ✕
        </Button>
      ))}
      <Button
        look="quiet"
        onClick={() => look(Object.fromEntries(Object.keys(search).map((name) => [name, undefined])))}
      >
        {text.lookAtAll}
      </Button>
    </div>
  ) : null;
}
