import type { ComponentHandedIn } from '#client';
import { oneOf } from '../ui/fields';
import { useWords } from '../words/language';
import styles from './dossiers.module.css';
import { words } from './words';
import { actWords } from './act-words';

type Form = ComponentHandedIn['form'];
const FORMS = ['original', 'copy', 'digitised'] as const;
const formField = (paper: string): string => `form of ${paper}`;

interface Props {
  legend: string;
  names: readonly string[];
  /** Whether it is also said in which form each is there. */
  withForm?: boolean;
  /** Those that are there from the beginning, in their form. */
  handedIn?: readonly { name: string; form: Form }[];
}

/** Papers to tick, each in its form. */
export function PapersField({ legend, names, withForm = false, handedIn = [] }: Props) {
  const text = useWords(words);
  const acts = useWords(actWords);
  const formOf = (name: string) => handedIn.find((one) => one.name === name)?.form;
  return (
    <fieldset className={styles.checks}>
      <legend>{legend}</legend>
      {names.map((name) => (
        <div key={name} className={styles.check}>
          <label>
            <input type="checkbox" name="paper" value={name} defaultChecked={formOf(name) !== undefined} />
            {name}
          </label>
          {withForm ? (
            <select
              name={formField(name)}
              aria-label={acts.formOf(name)}
              defaultValue={formOf(name) ?? 'original'}
            >
              {FORMS.map((form) => (
                <option key={form} value={form}>
                  {text.paperForms[form]}
                </option>
              ))}
            </select>
          ) : null}
        </div>
      ))}
    </fieldset>
  );
}

/** The papers that were ticked. */
export const tickedPapers = (fields: FormData): string[] =>
  fields.getAll('paper').filter((value) => typeof value === 'string');

/** The papers that were ticked, each in its form. */
export const papersOf = (fields: FormData): ComponentHandedIn[] =>
  tickedPapers(fields).map((name) => ({ name, form: oneOf(fields, formField(name), FORMS) }));
