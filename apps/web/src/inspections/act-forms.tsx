import {
  inspectionCancel,
  inspectionClose,
  inspectionConclude,
  inspectionFind,
  inspectionHear,
  inspectionRecord,
  type Inspection,
} from '#client';
import { useNow } from '../app/clock';
import type { ActForms } from '../ui/acts';
import { ChoiceField } from '../ui/choice-field';
import { DayField } from '../ui/day-field';
import { TextArea, TextField } from '../ui/field';
import { given, linesOf, oneOf, textOf, under } from '../ui/fields';
import { isoDay } from '../words/format';
import { ReasonField } from '../ui/reason-field';
import { useWords } from '../words/language';
import styles from './inspections.module.css';
import { isToRemedy } from './kinds';
import { words } from './words';

/** The acts on an inspection as a whole, in the order they are offered. */
export const INSPECTION_ACTS: Readonly<Record<string, ActForms<Inspection>>> = {
  RecordInspection: {
    Fields: function Fields() {
      const text = useWords(words);
      return (
        <>
          <DayField label={text.day} name="day" required defaultValue={isoDay(useNow())} />
          <TextField label={text.place} name="place" required minLength={3} maxLength={200} />
          <TextArea label={text.present} hint={text.oneALine} name="present" required />
          <TextArea label={text.recordText} name="text" required minLength={20} maxLength={20_000} rows={8} />
        </>
      );
    },
    send: (id, fields, key) =>
      inspectionRecord({
        ...under(id, key),
        body: {
          day: textOf(fields, 'day'),
          place: textOf(fields, 'place'),
          present: linesOf(fields, 'present'),
          text: textOf(fields, 'text'),
        },
      }),
  },
  NoteFinding: {
    Fields: function Fields() {
      const text = useWords(words);
      return (
        <>
          <ChoiceField label={text.findingKind} name="kind" choices={text.findingKinds} />
          <TextArea label={text.finding} name="text" required minLength={5} maxLength={2000} />
          <TextField label={text.against} name="basis" maxLength={500} />
          <TextArea label={text.evidence} hint={text.evidenceHint} name="evidence" maxLength={2000} />
        </>
      );
    },
    send: (id, fields, key) =>
      inspectionFind({
        ...under(id, key),
        body: {
          kind: oneOf(fields, 'kind', ['strength', 'remark', 'fault', 'nonconformity']),
          text: textOf(fields, 'text'),
          ...given(fields, 'basis'),
          ...given(fields, 'evidence'),
        },
      }),
  },
  HearUnit: {
    Fields: function Fields() {
      const text = useWords(words);
      return (
        <>
          <ChoiceField
            label={text.agreesField}
            name="agrees"
            choices={{ yes: text.agrees, no: text.disagrees }}
          />
          <TextArea label={text.opinionText} name="text" required minLength={3} maxLength={5000} />
        </>
      );
    },
    send: (id, fields, key) =>
      inspectionHear({
        ...under(id, key),
        body: { agrees: oneOf(fields, 'agrees', ['yes', 'no']), text: textOf(fields, 'text') },
      }),
  },
  ConcludeInspection: {
    Fields: function Fields({ of: { findings, opinion } }) {
      const text = useWords(words);
      return (
        <>
          <TextArea
            label={text.conclusionText}
            name="text"
            required
            minLength={20}
            maxLength={20_000}
            rows={6}
          />
          {opinion ? null : (
            <TextField label={text.unheardWhy} name="unheard" required minLength={3} maxLength={500} />
          )}
          {findings.filter(isToRemedy).map(({ findingId, text: finding }) => (
            <fieldset key={findingId} className={styles.item}>
              <legend>{finding}</legend>
              <TextArea
                label={text.required}
                name={`text-${findingId}`}
                required
                minLength={5}
                maxLength={2000}
              />
              <DayField label={text.requiredUntil} name={`due-${findingId}`} required />
            </fieldset>
          ))}
        </>
      );
    },
    send: (id, fields, key, { findings }) =>
      inspectionConclude({
        ...under(id, key),
        body: {
          text: textOf(fields, 'text'),
          ...given(fields, 'unheard'),
          requirements: findings.filter(isToRemedy).map(({ findingId }) => ({
            findingId,
            text: textOf(fields, `text-${findingId}`),
            dueDay: textOf(fields, `due-${findingId}`),
          })),
        },
      }),
  },
  CloseInspection: {
    ends: true,
    Fields: function Fields() {
      return <p>{useWords(words).closeWhat}</p>;
    },
    send: (id, _fields, key) => inspectionClose({ ...under(id, key), body: {} }),
  },
  CancelInspection: {
    ends: true,
    Fields: () => <ReasonField max={1000} />,
    send: (id, fields, key) =>
      inspectionCancel({ ...under(id, key), body: { reason: textOf(fields, 'reason') } }),
  },
};
