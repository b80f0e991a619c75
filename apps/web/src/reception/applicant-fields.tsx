import { personsFind, personsRead, type PersonRead } from '#client';
import { useRef, useState, type KeyboardEvent } from 'react';
import { isProblem, problemOf, type Problem } from '../app/problem';
import { Button } from '../ui/button';
import { DayField } from '../ui/day-field';
import { TextField } from '../ui/field';
import { Stack } from '../ui/layout';
import { Notice } from '../ui/notice';
import { useLanguage, useWords } from '../words/language';
import type { ReceptionDraft } from './draft';
import { NOTHING, readLookUp, type Facts, type LookUp } from './looked-up';
import styles from './reception.module.css';
import { words } from './words';

interface Props {
  draft: ReceptionDraft;
  onChange: (part: Partial<ReceptionDraft>) => void;
  /** It is known who it is. */
  onKnown: () => void;
}

type Found = { by: LookUp; people: readonly PersonRead[] };

/** Who brings it: somebody registered before, found by an exact number or a card; or somebody new. */
export function ApplicantFields({ draft, onChange, onKnown }: Props) {
  const text = useWords(words);
  const language = useLanguage();
  const [found, setFound] = useState<Found>();
  const [said, setSaid] = useState('');
  const [problem, setProblem] = useState<Problem>();
  const [filled, setFilled] = useState(0);

  function isNew(facts: Facts): void {
    onChange({ applicantId: null, facts, asked: true });
    setFilled((before) => before + 1);
  }
  function isKnown(person: PersonRead): void {
    const { personId, name = '', phone = '', identityNumber = '', bornOn = '', address = '' } = person;
    onChange({
      applicantId: personId,
      facts: { name, phone, identityNumber, bornOn, address },
      asked: true,
    });
    setFound(undefined);
    onKnown();
  }
  async function lookUp(typed: string): Promise<void> {
    setProblem(undefined);
    setFound(undefined);
    const by = readLookUp(typed);
    if (typed.trim() === '') return isNew(NOTHING);
    if (by === undefined) return setSaid(text.notNumber);
    try {
      const people = await peopleBy(by, text.purpose);
      if (people[0] && people.length === 1) isKnown(people[0]);
      else if (people.length > 1) setFound({ by, people });
      else isNew(by.facts);
      setSaid(people.length === 0 ? text.notFound : people.length === 1 ? '' : text.several);
    } catch (error) {
      if (isProblem(error)) return setProblem(problemOf(error, language));
      // With the line down it goes on: who it is, is written by hand.
      isNew(by.facts);
      setSaid(text.lookUpAway);
    }
  }

  if (draft.applicantId !== null)
    return (
      <Known
        facts={draft.facts}
        onOther={() => onChange({ applicantId: null, facts: NOTHING, asked: false })}
      />
    );
  return (
    <Stack>
      <LookUpField
        onLookUp={(typed) => void lookUp(typed)}
        focused={draft.procedure !== null && !draft.asked}
      />
      <p role="status" className={styles.soft}>
        {said}
      </p>
      {problem ? <Notice problem={problem} /> : null}
      {found ? (
        <ul className={styles.people}>
          {found.people.map((person) => (
            <li key={person.personId}>
              <Button onClick={() => isKnown(person)}>
                {person.name} · {person.address ?? person.phone}
              </Button>
            </li>
          ))}
          <li>
            <Button onClick={() => isNew(found.by.facts)}>{text.other}</Button>
          </li>
        </ul>
      ) : null}
      {draft.asked ? (
        <NewPerson key={filled} facts={draft.facts} onChange={(facts) => onChange({ facts })} />
      ) : null}
    </Stack>
  );
}

/** The people with exactly this number in whom the desk has a duty, as far as it holds anything of them. */
async function peopleBy({ by, value }: LookUp, purpose: string): Promise<PersonRead[]> {
  const { data } = await personsFind({ body: { by, value, purpose }, throwOnError: true });
  return Promise.all(
    data.items.map(
      async (id) => (await personsRead({ path: { id }, query: { purpose }, throwOnError: true })).data,
    ),
  );
}

/** One field for a reader that types, and for a number typed by hand: Enter looks up and sends nothing. */
function LookUpField({ onLookUp, focused }: { onLookUp: (typed: string) => void; focused: boolean }) {
  const text = useWords(words);
  const at = useRef<HTMLDivElement>(null);
  const typed = () => at.current?.querySelector('input')?.value ?? '';
  const pressed = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    onLookUp(typed());
  };
  return (
    <div ref={at} onKeyDown={pressed} className={styles.lookUp}>
      <TextField
        label={text.lookUp}
        hint={text.lookUpHint}
        maxLength={500}
        autoComplete="off"
        spellCheck={false}
        autoFocus={focused}
        key={String(focused)}
      />
      <Button onClick={() => onLookUp(typed())}>{text.find}</Button>
    </div>
  );
}

function Known({ facts, onOther }: { facts: Facts; onOther: () => void }) {
  const text = useWords(words);
  return (
    <div className={styles.known}>
      <div>
        <strong>{facts.name}</strong>
        <div className={styles.soft}>
          {[text.known, facts.identityNumber, facts.phone, facts.address].filter(Boolean).join(' · ')}
        </div>
      </div>
      <Button look="quiet" onClick={onOther}>
        {text.other}
      </Button>
    </div>
  );
}

function NewPerson({ facts, onChange }: { facts: Facts; onChange: (facts: Facts) => void }) {
  const text = useWords(words);
  const field = (name: 'name' | 'phone' | 'identityNumber' | 'address') => ({
    label: text[name],
    name: `applicant.${name}`,
    value: facts[name],
    autoComplete: 'off',
    onChange: ({ target }: { target: { value: string } }) => onChange({ ...facts, [name]: target.value }),
  });
  return (
    <Stack>
      <TextField {...field('name')} required maxLength={200} autoFocus={facts.name === ''} />
      <div className={styles.pair}>
        <TextField
          {...field('phone')}
          inputMode="tel"
          maxLength={30}
          autoFocus={facts.name !== '' && facts.phone === ''}
        />
        <TextField {...field('identityNumber')} inputMode="numeric" maxLength={30} />
      </div>
      <TextField {...field('address')} maxLength={500} />
      <DayField
        label={text.bornOn}
        name="applicant.bornOn"
        defaultValue={facts.bornOn}
        onDay={(bornOn) => onChange({ ...facts, bornOn })}
      />
    </Stack>
  );
}
