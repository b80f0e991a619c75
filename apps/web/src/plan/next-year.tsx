import { nextPlanCarry, type Plan } from '#client';
import { Link } from '@tanstack/react-router';
import { useMe } from '../app/me';
import { ActButton } from '../ui/act-button';
import { SelectField } from '../ui/field';
import { textOf } from '../ui/fields';
import { Panel } from '../ui/layout';
import { day } from '../words/format';
import { useWords } from '../words/language';
import styles from './plan.module.css';
import { words } from './words';

/** Next year's draft made from a plan that ran. */
export function NextYear({ plan }: { plan: Plan }) {
  const text = useWords(words);
  const { acts } = useMe();
  const runs = plan.status === 'approved' || plan.status === 'closed';
  if (!runs || !acts.includes('CarryPlan')) return null;
  const next = plan.year + 1;
  return (
    <Panel title={text.planOf(next)}>
      <p className={styles.soft}>{text.nextYearWhat(next)}</p>
      <ActButton
        name={text.nextYear(next)}
        of={String(next)}
        send={(fields, key) =>
          nextPlanCarry({
            path: { year: plan.year },
            headers: { 'Idempotency-Key': key },
            body: { scope: textOf(fields, 'scope') === 'all' ? 'all' : 'open' },
            throwOnError: true,
          })
        }
      >
        <SelectField label={text.scope} name="scope" required>
          <option value="open">{text.scopes.open}</option>
          <option value="all">{text.scopes.all}</option>
        </SelectField>
      </ActButton>
      <Link to="/plan" search={{ year: next }}>
        {next} →
      </Link>
    </Panel>
  );
}

/** What inspections of the year before required and nobody had verified as remedied when this draft was made. */
export function FoundLacking({ plan }: { plan: Plan }) {
  const text = useWords(words);
  if (plan.foundLacking.length === 0) return null;
  return (
    <Panel title={text.lacking}>
      <ul className={styles.open}>
        {plan.foundLacking.map(({ inspectionId, text: what, due, status }) => (
          <li key={`${inspectionId} ${what}`}>
            <span>
              {what}
              <span className={styles.soft}>
                {due ? ` · ${text.dueOn(day(due))}` : ''}
                {status === 'remedied' ? ` · ${text.remedied}` : ''}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
