import { TextField } from '../ui/field';
import { textOf } from '../ui/fields';
import { figure } from '../words/format';
import { useLanguage, useWords } from '../words/language';
import { words } from './words';

interface Criterion {
  code: string;
  name: { vi: string; en: string };
  most: number;
}

interface Props {
  criteria: readonly Criterion[];
  /** What was given before stands there first. */
  given: readonly { criterion: string; points: number }[];
}

/** A field for each general criterion. */
export function GeneralFields({ criteria, given }: Props) {
  const text = useWords(words);
  const language = useLanguage();
  return criteria.map(({ code, name, most }) => (
    <TextField
      key={code}
      label={`${code}. ${text.criterionMost(name[language], figure(most))}`}
      name={`points-${code}`}
      type="number"
      min={0}
      max={most}
      step={0.01}
      inputMode="decimal"
      required
      defaultValue={given.find(({ criterion }) => criterion === code)?.points}
    />
  ));
}

/** The points that the fields hold. */
export const generalIn = (fields: FormData, criteria: readonly Criterion[]) =>
  criteria.map(({ code }) => ({ criterion: code, points: Number(textOf(fields, `points-${code}`)) }));
