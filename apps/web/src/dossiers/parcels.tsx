import { postRecord, type DossierAtWork } from '#client';
import type { ActForms } from '../ui/acts';
import { ChoiceField } from '../ui/choice-field';
import { DayField } from '../ui/day-field';
import { TextField } from '../ui/field';
import { oneOf, textOf, under } from '../ui/fields';
import { Panel } from '../ui/layout';
import page from '../ui/page.module.css';
import { day } from '../words/format';
import { useWords } from '../words/language';
import type { Dossier } from './dossier';
import { postWords } from './post-words';

const STATES = ['accepted', 'in_transit', 'delivered', 'undelivered', 'sent_back'] as const;

/** What the post says of something sent, by hand. */
export const POST_ACTS = {
  RecordPost: {
    Fields: function Fields() {
      const text = useWords(postWords);
      const choices = Object.fromEntries(STATES.map((one) => [one, text.states[one]]));
      return (
        <>
          <TextField label={text.tracking} name="tracking" required maxLength={40} />
          <ChoiceField label={text.state} name="state" choices={choices} />
          <DayField label={text.day} name="day" required />
        </>
      );
    },
    send: (id, fields, key) =>
      postRecord({
        ...under(id, key),
        body: {
          tracking: textOf(fields, 'tracking'),
          state: oneOf(fields, 'state', STATES),
          day: textOf(fields, 'day'),
        },
      }),
  },
} satisfies Record<string, ActForms<Dossier>>;

/** What of a dossier went by post, and where it is. */
export function Parcels({ dossier: { parcels } }: { dossier: DossierAtWork }) {
  const text = useWords(postWords);
  if (parcels.length === 0) return null;
  return (
    <Panel title={text.title}>
      <ul className={page.list}>
        {parcels.map(({ tracking, state, day: on }) => (
          <li key={tracking}>
            {text.states[state]}
            <div className={page.soft}>
              {tracking} · {day(on)}
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
