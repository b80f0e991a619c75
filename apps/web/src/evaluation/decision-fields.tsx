import type { GradeProposals } from '#client';
import { Official } from '../organisation/official';
import { SelectField, TextField } from '../ui/field';
import { textOf } from '../ui/fields';
import page from '../ui/page.module.css';
import { useWords } from '../words/language';
import styles from './evaluation.module.css';
import { GRADES, type Grade } from './grades';
import { words } from './words';

type Item = GradeProposals['items'][number];

/** A grade for each who has none; what is proposed is chosen beforehand, another one needs its reason (R32). */
export function DecisionFields({ items }: { items: readonly Item[] }) {
  const text = useWords(words);
  return items
    .filter(({ decided }) => decided === null)
    .map(({ id, personId, postId, proposal }) => (
      <fieldset key={id} className={styles.item}>
        <legend>
          <Official personId={personId} postId={postId} />
        </legend>
        <p className={page.soft}>
          {text.proposedAs(proposal.grade ? text.grades[proposal.grade] : text.noGrade)} (
          {text.whys[proposal.why]})
        </p>
        <SelectField label={text.gradeField} name={`grade-${id}`} defaultValue={proposal.grade ?? ''}>
          <option value="">{text.undecided}</option>
          {GRADES.map((grade) => (
            <option key={grade} value={grade}>
              {text.grades[grade]}
            </option>
          ))}
        </SelectField>
        <TextField label={text.gradeReason} name={`reason-${id}`} maxLength={1000} />
      </fieldset>
    ));
}

const GRADE = /^grade-(.+)$/;
const isGrade = (value: string): value is Grade => GRADES.some((one) => one === value);

/** The grades that the fields hold; whoever is left undecided is not among them. */
export const decisionsIn = (fields: FormData) =>
  [...fields.keys()].flatMap((name) => {
    const id = GRADE.exec(name)?.[1] ?? '';
    const grade = textOf(fields, `grade-${id}`);
    const reason = textOf(fields, `reason-${id}`);
    if (!isGrade(grade)) return [];
    return [{ evaluationId: id, grade, ...(reason === '' ? {} : { reason }) }];
  });
