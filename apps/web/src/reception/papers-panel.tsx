import type { ProcedureInForce } from '#client';
import { Panel } from '../ui/layout';
import page from '../ui/page.module.css';
import { useWords } from '../words/language';
import { PAPER_FORMS, type PaperForm, type ReceptionDraft } from './draft';
import styles from './reception.module.css';
import { words } from './words';

interface Props {
  procedure: ProcedureInForce | undefined;
  papers: ReceptionDraft['papers'];
  onChange: (papers: ReceptionDraft['papers']) => void;
}

/** What the procedure asks for, ticked as it lies on the counter. */
export function PapersPanel({ procedure, papers, onChange }: Props) {
  const text = useWords(words);
  if (!procedure)
    return (
      <Panel title={text.papers}>
        <p className={page.soft}>{text.papersLater}</p>
      </Panel>
    );
  const names = procedure.components.map(({ name }) => name);
  const all = names.length > 0 && names.every((name) => papers[name] !== undefined);
  const put = (name: string, form: PaperForm | undefined) =>
    onChange(
      Object.fromEntries(
        names.flatMap((one) => {
          const kept = one === name ? form : papers[one];
          return kept === undefined ? [] : [[one, kept]];
        }),
      ),
    );
  const everything = () => Object.fromEntries(names.map((name) => [name, papers[name] ?? 'original']));
  return (
    <Panel title={text.papers}>
      <label className={`${styles.check} ${styles.all}`}>
        <input type="checkbox" checked={all} onChange={() => onChange(all ? {} : everything())} />
        {text.allThere}
      </label>
      <ul className={styles.papers}>
        {names.map((name) => (
          <li key={name}>
            <label className={styles.check}>
              <input
                type="checkbox"
                checked={papers[name] !== undefined}
                onChange={({ target }) => put(name, target.checked ? 'original' : undefined)}
              />
              {name}
            </label>
            <select
              aria-label={text.formOf(name)}
              value={papers[name] ?? 'original'}
              disabled={papers[name] === undefined}
              onChange={({ target }) =>
                put(
                  name,
                  PAPER_FORMS.find((form) => form === target.value),
                )
              }
            >
              {PAPER_FORMS.map((form) => (
                <option key={form} value={form}>
                  {text.paperForms[form]}
                </option>
              ))}
            </select>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
