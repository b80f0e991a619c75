import { subscriptionSubscribe, subscriptionUnsubscribe, type TrailSubscription } from '#client';
import { subscriptionMineOptions } from '#client/queries';
import { useQuery } from '@tanstack/react-query';
import { useMe } from '../app/me';
import { useAttempt } from '../app/attempt';
import { problemOf } from '../app/problem';
import { queries } from '../app/queries';
import { ActButton } from '../ui/act-button';
import { Button } from '../ui/button';
import { SelectField, TextField } from '../ui/field';
import { given, textOf } from '../ui/fields';
import { Panel, Row } from '../ui/layout';
import { Notice } from '../ui/notice';
import { say } from '../ui/toasts';
import { instant } from '../words/format';
import { useLanguage, useWords } from '../words/language';
import { useActors, useVocabulary } from './actors';
import styles from './trail.module.css';
import { asked, type TrailSearch } from './trail-search';
import { words } from './words';

const SUPERVISORS: readonly string[] = [
  'chairman',
  'vice-chairman',
  'office-of-record',
  'oversight',
  'inspector',
  'admin',
];

/** What supervisors have besides: the trail as a file, and letters about it. */
export function Supervision({ search }: { search: TrailSearch }) {
  const text = useWords(words);
  const supervises = useMe().posts.some(({ roles }) => roles.some((role) => SUPERVISORS.includes(role)));
  if (!supervises) return null;
  return (
    <details className={styles.more}>
      <summary>{text.supervision}</summary>
      <div className={styles.pair}>
        <Exports search={search} />
        <Digests />
      </div>
    </details>
  );
}

function Exports({ search }: { search: TrailSearch }) {
  const text = useWords(words);
  const query = new URLSearchParams(
    Object.entries(asked(search)).map(([name, value]) => [name, String(value)]),
  ).toString();
  return (
    <Panel title={text.exports}>
      <p className={styles.soft}>{text.exportsWhat}</p>
      <Row>
        <a href={`/api/v1/audit/export.csv?${query}`} download>
          {text.csv}
        </a>
        <a href={`/api/v1/audit/export.ndjson?${query}`} download>
          {text.ndjson}
        </a>
      </Row>
    </Panel>
  );
}

function Digests() {
  const text = useWords(words);
  const language = useLanguage();
  const { data, error } = useQuery(subscriptionMineOptions());
  const { problem, attempt } = useAttempt();
  const changed = () => queries.invalidateQueries({ queryKey: subscriptionMineOptions().queryKey });
  const remove = (id: string) =>
    attempt(async () => {
      await subscriptionUnsubscribe({ path: { id }, throwOnError: true });
      say(text.digestRemoved);
      await changed();
    });
  return (
    <Panel title={text.digests}>
      <p className={styles.soft}>{text.digestsWhat}</p>
      {error ? <Notice problem={problemOf(error, language)} /> : null}
      {problem ? <Notice problem={problem} /> : null}
      <ul className={styles.digests}>
        {data?.items.map((one) => (
          <Digest key={one.id} of={one} onRemove={() => void remove(one.id)} />
        ))}
      </ul>
      <Row>
        <AddDigest />
      </Row>
    </Panel>
  );
}

function Digest({ of, onRemove }: { of: TrailSubscription; onRemove: () => void }) {
  const text = useWords(words);
  const { acts } = useVocabulary();
  const actors = useActors();
  const narrowed = [
    acts.find(({ type }) => type === of.type)?.name ?? of.type,
    actors.find(({ id }) => id === of.actor)?.name ?? of.actor,
  ].filter((one) => one !== undefined);
  const about = narrowed.length > 0 ? narrowed.join(' · ') : text.everything;
  return (
    <li>
      <span>
        {about}
        <span className={styles.soft}> · {text.nextAt(instant(of.nextAt))}</span>
      </span>
      <Button look="quiet" onClick={onRemove} aria-label={text.removeOf(about)}>
        {text.remove}
      </Button>
    </li>
  );
}

function AddDigest() {
  const text = useWords(words);
  const language = useLanguage();
  const { acts } = useVocabulary();
  const actors = useActors();
  return (
    <ActButton
      name={text.addDigest}
      send={(fields, key) =>
        subscriptionSubscribe({
          headers: { 'Idempotency-Key': key },
          body: {
            email: textOf(fields, 'email'),
            ...given(fields, 'type'),
            ...given(fields, 'actor'),
            language,
          },
          throwOnError: true,
        })
      }
      said={text.digestAdded}
    >
      <TextField label={text.email} name="email" type="email" autoComplete="email" required maxLength={200} />
      <SelectField label={text.act} name="type">
        <option value="">{text.anyAct}</option>
        {acts.map(({ type, name }) => (
          <option key={type} value={type}>
            {name}
          </option>
        ))}
      </SelectField>
      <SelectField label={text.actor} name="actor">
        <option value="">{text.anybody}</option>
        {actors.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
    </ActButton>
  );
}
