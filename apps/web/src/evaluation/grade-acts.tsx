import {
  evaluationYearAppeal,
  evaluationYearDecideAppeal,
  evaluationYearReplace,
  type Evaluation,
} from '#client';
import { useState } from 'react';
import { ActDialog, type ActForms } from '../ui/acts';
import { Button } from '../ui/button';
import { ChoiceField } from '../ui/choice-field';
import { TextArea } from '../ui/field';
import { oneOf, textOf } from '../ui/fields';
import { Row } from '../ui/layout';
import { ReasonField } from '../ui/reason-field';
import { useWords } from '../words/language';
import { DocumentFields, documentIn } from './document-fields';
import { GRADES } from './grades';
import { words } from './words';

const on = ({ year, personId, of }: Evaluation, key: string) =>
  ({
    path: { year, id: personId },
    query: of ? { of: of.office } : {},
    headers: { 'Idempotency-Key': key },
    throwOnError: true,
  }) as const;

const GRADE_ACTS: Readonly<Record<string, ActForms<Evaluation>>> = {
  AppealGrade: {
    Fields: function Fields() {
      const text = useWords(words);
      return <TextArea label={text.appealText} name="text" required minLength={10} maxLength={5000} />;
    },
    send: (_id, fields, key, of) =>
      evaluationYearAppeal({ ...on(of, key), body: { text: textOf(fields, 'text') } }),
  },
  DecideAppeal: {
    Fields: function Fields() {
      const text = useWords(words);
      return (
        <>
          <ChoiceField label={text.upheldField} name="upheld" choices={{ no: text.no, yes: text.yes }} />
          <TextArea label={text.answer} name="text" required minLength={10} maxLength={5000} />
        </>
      );
    },
    send: (_id, fields, key, of) =>
      evaluationYearDecideAppeal({
        ...on(of, key),
        body: { upheld: oneOf(fields, 'upheld', ['no', 'yes']), text: textOf(fields, 'text') },
      }),
  },
  ReplaceGrade: {
    Fields: function Fields({ of: { decided } }) {
      const text = useWords(words);
      return (
        <>
          <ChoiceField label={text.gradeField} name="grade" choices={text.grades} chosen={decided?.grade} />
          <ReasonField max={1000} />
          <DocumentFields />
        </>
      );
    },
    send: (_id, fields, key, of) =>
      evaluationYearReplace({
        ...on(of, key),
        body: {
          grade: oneOf(fields, 'grade', GRADES),
          reason: textOf(fields, 'reason'),
          ...documentIn(fields),
        },
      }),
  },
};

/** What may be done about a grade that was decided. */
export function GradeActs({ evaluation, offered }: { evaluation: Evaluation; offered: readonly string[] }) {
  const names: Readonly<Record<string, string>> = useWords(words).act;
  const [doing, setDoing] = useState<string>();
  if (offered.length === 0) return null;
  return (
    <Row>
      {offered.map((act) => (
        <Button key={act} onClick={() => setDoing(act)}>
          {names[act]}
        </Button>
      ))}
      {doing === undefined ? null : (
        <ActDialog
          of={evaluation}
          act={doing}
          forms={GRADE_ACTS}
          names={names}
          onClose={() => setDoing(undefined)}
        />
      )}
    </Row>
  );
}
