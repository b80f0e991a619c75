import {
  evaluationOpen,
  evaluationYearDecide,
  evaluationYearGradeUnit,
  evaluationYearOpen,
  type EvaluationYear,
  type GradeProposals,
} from '#client';
import { PostField } from '../organisation/org-fields';
import { usePosts } from '../organisation/posts';
import { useUnits } from '../organisation/units';
import type { ActForms } from '../ui/acts';
import { ChoiceField } from '../ui/choice-field';
import { SelectField, TextArea, TextField } from '../ui/field';
import { given, oneOf, textOf } from '../ui/fields';
import { useWords } from '../words/language';
import { Caps } from './caps';
import { DecisionFields, decisionsIn } from './decision-fields';
import { DocumentFields, documentIn } from './document-fields';
import { GRADES } from './grades';
import { words } from './words';

export interface OfYear {
  id: string;
  year: number;
  /** Null while it is not open. */
  opened: EvaluationYear | null;
  proposals: GradeProposals | undefined;
  holders: ReadonlyMap<string, string>;
}

const on = ({ year }: OfYear, key: string) =>
  ({ path: { year }, headers: { 'Idempotency-Key': key }, throwOnError: true }) as const;

/** The acts on a year, in the order they are offered. */
export const YEAR_ACTS: Readonly<Record<string, ActForms<OfYear>>> = {
  DecideGrades: {
    Fields: function Fields({ of: { proposals } }) {
      const text = useWords(words);
      return (
        <>
          <DocumentFields />
          <TextArea label={text.minutes} name="minutes" required minLength={3} maxLength={5000} />
          <TextArea
            label={text.partyOpinion}
            hint={text.partyHint}
            name="partyOpinion"
            minLength={3}
            maxLength={2000}
          />
          <Caps caps={proposals?.caps ?? []} />
          <DecisionFields items={proposals?.items ?? []} />
        </>
      );
    },
    send: (_id, fields, key, of) =>
      evaluationYearDecide({
        ...on(of, key),
        body: {
          ...documentIn(fields),
          minutes: textOf(fields, 'minutes'),
          ...given(fields, 'partyOpinion'),
          decisions: decisionsIn(fields),
        },
      }),
  },
  OpenEvaluationYear: {
    Fields: function Fields() {
      const text = useWords(words);
      return (
        <>
          <ChoiceField label={text.followedBy} name="cadence" choices={text.cadences} />
          <ChoiceField label={text.mayPass} name="mayPass" choices={{ no: text.no, yes: text.yes }} />
          <ChoiceField label={text.capBase} name="capBase" choices={text.capBases} />
          <ChoiceField label={text.capScope} name="capScope" choices={text.capScopes} />
          <TextField
            label={text.scoreDayField}
            name="scoreDay"
            type="number"
            inputMode="numeric"
            min={1}
            max={28}
            defaultValue={10}
            required
          />
          <TextField label={text.whereItStands} name="source" required minLength={3} maxLength={200} />
        </>
      );
    },
    send: (_id, fields, key, of) =>
      evaluationYearOpen({
        ...on(of, key),
        body: {
          cadence: oneOf(fields, 'cadence', ['month', 'quarter']),
          mayPass: oneOf(fields, 'mayPass', ['no', 'yes']),
          capBase: oneOf(fields, 'capBase', ['good', 'good-and-above']),
          capScope: oneOf(fields, 'capScope', ['office', 'unit']),
          source: textOf(fields, 'source'),
          scoreDay: Number(textOf(fields, 'scoreDay')),
        },
      }),
  },
  OpenEvaluation: {
    Fields: function Fields() {
      const text = useWords(words);
      const posts = usePosts().filter(({ external, holder }) => !external && holder !== null);
      return <PostField label={text.official} name="postId" posts={posts} />;
    },
    send: (_id, fields, key, of) => {
      const postId = textOf(fields, 'postId');
      const personId = of.holders.get(postId) ?? '';
      return evaluationOpen({ ...on(of, key), body: { postId, personId } });
    },
  },
  RecordUnitGrade: {
    Fields: function Fields() {
      const text = useWords(words);
      const units = useUnits();
      return (
        <>
          <SelectField label={text.unitField} name="unitId">
            <option value="">{text.wholeOffice}</option>
            {units.map(({ unitId, name }) => (
              <option key={unitId} value={unitId}>
                {name}
              </option>
            ))}
          </SelectField>
          <ChoiceField label={text.gradeField} name="grade" choices={text.grades} />
          <DocumentFields />
        </>
      );
    },
    send: (_id, fields, key, of) =>
      evaluationYearGradeUnit({
        ...on(of, key),
        body: { ...given(fields, 'unitId'), grade: oneOf(fields, 'grade', GRADES), ...documentIn(fields) },
      }),
  },
};
