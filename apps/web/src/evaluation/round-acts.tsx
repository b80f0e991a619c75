import { scoringAdvance, scoringCompute, scoringUnlock, type ScoringRound } from '#client';
import type { ActForms } from '../ui/acts';
import { ChoiceField } from '../ui/choice-field';
import { oneOf, textOf, under } from '../ui/fields';
import { ReasonField } from '../ui/reason-field';
import { useWords } from '../words/language';
import { roundWords } from './round-words';

const STAGES = ['self', 'appraisal', 'explanation', 'second', 'council', 'final'] as const;
const BACK_TO = ['self', 'appraisal', 'second', 'council'] as const;

/** The acts on a round as a whole, in the order they are offered. */
export const ROUND_ACTS: Readonly<Record<string, ActForms<ScoringRound>>> = {
  AdvanceScoringRound: {
    Fields: function Fields({ of: { stage } }) {
      const text = useWords(roundWords);
      const next = STAGES[STAGES.findIndex((one) => one === stage) + 1] ?? 'final';
      return <p>{text.advanceWhat(text.stages[stage].toLowerCase(), text.stages[next].toLowerCase())}</p>;
    },
    send: (id, _fields, key) => scoringAdvance({ ...under(id, key), body: {} }),
  },
  ComputeCriteria: {
    Fields: function Fields() {
      return <p>{useWords(roundWords).computeWhat}</p>;
    },
    send: (id, _fields, key) => scoringCompute({ ...under(id, key), body: {} }),
  },
  UnlockScoringRound: {
    ends: true,
    Fields: function Fields() {
      const text = useWords(roundWords);
      const { self, appraisal, second, council } = text.stages;
      return (
        <>
          <ChoiceField label={text.backTo} name="stage" choices={{ council, second, appraisal, self }} />
          <ReasonField max={1000} />
        </>
      );
    },
    send: (id, fields, key) =>
      scoringUnlock({
        ...under(id, key),
        body: { stage: oneOf(fields, 'stage', BACK_TO), reason: textOf(fields, 'reason') },
      }),
  },
};
