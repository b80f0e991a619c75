import { unitYearScoreHandling } from '#client';
import type { ActForms } from '../ui/acts';
import { ChoiceField } from '../ui/choice-field';
import { TextArea, TextField } from '../ui/field';
import { oneOf, textOf } from '../ui/fields';
import { useWords } from '../words/language';
import { handlingWords } from './handling-words';

interface OfHandling {
  id: string;
  unitId: string;
  year: number;
  quarter: number;
}

const QUARTERS = ['1', '2', '3', '4'] as const;

/** What no event tells of a unit's quarter is entered by a hand, with what shows it (R31). */
export const HANDLING_ACTS: Readonly<Record<string, ActForms<OfHandling>>> = {
  ScoreHandling: {
    Fields: function Fields({ of: { quarter } }) {
      const text = useWords(handlingWords);
      const quarters = Object.fromEntries(QUARTERS.map((one) => [one, text.quarter(Number(one))]));
      return (
        <>
          <ChoiceField label={text.periods} name="quarter" choices={quarters} chosen={String(quarter)} />
          <ChoiceField label={text.index} name="index" choices={text.indices} />
          <TextField
            label={text.points}
            name="points"
            type="number"
            min={0}
            max={2}
            inputMode="numeric"
            required
          />
          <TextArea
            label={text.evidence}
            hint={text.evidenceHint}
            name="evidence"
            required
            minLength={3}
            maxLength={2000}
          />
        </>
      );
    },
    send: (_id, fields, key, { year, unitId }) =>
      unitYearScoreHandling({
        path: { year, id: unitId },
        headers: { 'Idempotency-Key': key },
        throwOnError: true,
        body: {
          quarter: Number(oneOf(fields, 'quarter', QUARTERS)),
          index: oneOf(fields, 'index', ['desk', 'publicity']),
          points: Number(textOf(fields, 'points')),
          evidence: textOf(fields, 'evidence'),
        },
      }),
  },
};
