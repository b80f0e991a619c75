import {
  evaluationAssess,
  evaluationAssign,
  evaluationDiscipline,
  evaluationHandOn,
  evaluationReceive,
  type Evaluation,
} from '#client';
import type { ActForms } from '../ui/acts';
import { TextArea, TextField } from '../ui/field';
import { textOf, under } from '../ui/fields';
import page from '../ui/page.module.css';
import { useWords } from '../words/language';
import { EvidenceField } from './evidence-field';
import { AssignFields, assignedIn } from './assign-fields';
import { DocumentFields, documentIn } from './document-fields';
import { usePeriodName } from './period-name';
import { words } from './words';

/** The acts on somebody's year as a whole, in the order they are offered. */
export const PERSON_ACTS: Readonly<Record<string, ActForms<Evaluation>>> = {
  AssignProduct: {
    Fields: ({ of }) => <AssignFields evaluation={of} />,
    send: (id, fields, key) => evaluationAssign({ ...under(id, key), body: assignedIn(fields) }),
  },
  AssessOwnYear: {
    Fields: function Fields() {
      const text = useWords(words);
      return (
        <TextArea label={text.yearAccount} name="text" required minLength={20} maxLength={20_000} rows={8} />
      );
    },
    send: (id, fields, key) =>
      evaluationAssess({ ...under(id, key), body: { text: textOf(fields, 'text') } }),
  },
  ReceiveScores: {
    Fields: function Fields({ of }) {
      const text = useWords(words);
      const periodName = usePeriodName(of.cadence);
      return (
        <>
          <TextField label={text.fromOffice} name="fromOffice" required minLength={3} maxLength={200} />
          <DocumentFields />
          <EvidenceField />
          <p className={page.soft}>{text.scoresHint}</p>
          {of.periods
            .filter(({ locked }) => !locked)
            .map(({ period }) => (
              <TextField
                key={period}
                label={text.scoreOf(periodName(period))}
                name={`score-${period}`}
                type="number"
                min={0}
                max={100}
                step={0.01}
                inputMode="decimal"
              />
            ))}
        </>
      );
    },
    send: (id, fields, key, { periods }) =>
      evaluationReceive({
        ...under(id, key),
        body: {
          fromOffice: textOf(fields, 'fromOffice'),
          evidence: textOf(fields, 'evidence'),
          ...documentIn(fields),
          scores: periods.flatMap(({ period }) => {
            const score = textOf(fields, `score-${period}`);
            return score === '' ? [] : [{ period, score: Number(score) }];
          }),
        },
      }),
  },
  HandEvaluationOn: {
    ends: true,
    Fields: function Fields() {
      const text = useWords(words);
      return (
        <>
          <TextField label={text.toOffice} name="toOffice" required minLength={3} maxLength={200} />
          <DocumentFields />
        </>
      );
    },
    send: (id, fields, key) =>
      evaluationHandOn({
        ...under(id, key),
        body: { toOffice: textOf(fields, 'toOffice'), ...documentIn(fields) },
      }),
  },
  NoteDiscipline: {
    ends: true,
    Fields: DocumentFields,
    send: (id, fields, key) => evaluationDiscipline({ ...under(id, key), body: documentIn(fields) }),
  },
};
