import { personsRead, type PersonRead } from '#client';
import { day } from '../words/format';
import { useWords } from '../words/language';
import { ForPurpose } from './for-purpose';
import styles from './persons.module.css';
import { words } from './words';

/** Who somebody is, once it is said what for (R34). */
export function PersonSeen({ id, title, purpose }: { id: string; title: string; purpose: string }) {
  const text = useWords(words);
  const read = async (said: string) =>
    (await personsRead({ path: { id }, query: { purpose: said }, throwOnError: true })).data;
  return (
    <ForPurpose title={title} see={text.seePerson} purpose={purpose} read={read}>
      {(person) => <Facts person={person} />}
    </ForPurpose>
  );
}

const SHOWN = ['name', 'phone', 'identityNumber', 'bornOn', 'address', 'email'] as const;

function Facts({ person }: { person: PersonRead }) {
  const text = useWords(words);
  const held = SHOWN.flatMap((fact) => {
    const value = person[fact];
    return value === undefined ? [] : [{ fact, value: fact === 'bornOn' ? day(value) : value }];
  });
  if (held.length === 0) return <p>{text.nothing}</p>;
  return (
    <dl className={styles.facts}>
      {held.map(({ fact, value }) => (
        <div key={fact}>
          <dt>{text[fact]}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
