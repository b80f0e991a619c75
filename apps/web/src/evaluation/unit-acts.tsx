import { unitYearGrade, unitYearScore, type UnitYear } from '#client';
import type { ActForms } from '../ui/acts';
import { ChoiceField } from '../ui/choice-field';
import { TextArea } from '../ui/field';
import { given, oneOf, textOf, ticked } from '../ui/fields';
import { TickField } from '../ui/tick-field';
import { useWords } from '../words/language';
import { EvidenceField } from './evidence-field';
import { DocumentFields, documentIn } from './document-fields';
import { GeneralFields, generalIn } from './general-fields';
import { GRADES } from './grades';
import { words } from './words';

export type OfUnit = UnitYear & { id: string };

const on = ({ year, unitId }: OfUnit, key: string) =>
  ({ path: { year, id: unitId }, headers: { 'Idempotency-Key': key }, throwOnError: true }) as const;

/** The acts on a unit's year, in the order they are offered. */
export const UNIT_ACTS: Readonly<Record<string, ActForms<OfUnit>>> = {
  GradeUnit: {
    Fields: function Fields({ of: { now } }) {
      const text = useWords(words);
      return (
        <>
          <p>{text.proposedAs(now.grade ? text.grades[now.grade] : text.noGrade)}</p>
          <ChoiceField
            label={text.gradeField}
            name="grade"
            choices={text.grades}
            chosen={now.grade ?? undefined}
          />
          <TextArea label={text.unitReason} name="reason" minLength={3} maxLength={1000} />
          <DocumentFields />
        </>
      );
    },
    send: (_id, fields, key, of) =>
      unitYearGrade({
        ...on(of, key),
        body: { grade: oneOf(fields, 'grade', GRADES), ...given(fields, 'reason'), ...documentIn(fields) },
      }),
  },
  ScoreUnit: {
    Fields: function Fields({ of: { criteria, entered, now } }) {
      const text = useWords(words);
      const tasks = now.rows.filter(({ kind }) => kind === 'task');
      return (
        <>
          <GeneralFields criteria={criteria} given={entered?.general ?? []} />
          {tasks.length > 0 ? (
            <TickField
              legend={text.aboveTasks}
              name="above"
              options={tasks.map(({ subject, title }) => [subject, title ?? subject] as const)}
              ticked={entered?.above ?? []}
            />
          ) : null}
          <EvidenceField />
        </>
      );
    },
    send: (_id, fields, key, of) =>
      unitYearScore({
        ...on(of, key),
        body: {
          general: generalIn(fields, of.criteria),
          above: ticked(fields, 'above'),
          evidence: textOf(fields, 'evidence'),
        },
      }),
  },
};
