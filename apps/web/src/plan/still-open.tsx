import { planConfirmLead, planDate, type Plan } from '#client';
import { useMe } from '../app/me';
import { ActButton } from '../ui/act-button';
import { DayField } from '../ui/day-field';
import { SelectField } from '../ui/field';
import { textOf } from '../ui/fields';
import { Panel } from '../ui/layout';
import { useWords } from '../words/language';
import styles from './plan.module.css';
import { words } from './words';

/** What a plan lacks before it can be submitted (R1): a lead for each task, a day for each deadline. */
export function StillOpen({ plan }: { plan: Plan }) {
  const text = useWords(words);
  const { acts } = useMe();
  if (plan.leadsToConfirm.length === 0 && plan.datesToGive.length === 0) return null;
  const on = (id: string, key: string) =>
    ({
      path: { year: plan.year, id },
      headers: { 'Idempotency-Key': key },
      throwOnError: true,
    }) as const;
  return (
    <Panel title={text.stillOpen}>
      <ul className={styles.open}>
        {plan.leadsToConfirm.map(({ taskId, number, title, units }) => (
          <li key={taskId}>
            <span>
              <strong>{number}</strong> {title}
            </span>
            {acts.includes('ConfirmLead') ? (
              <ActButton
                name={text.confirmLead}
                of={number}
                send={(fields, key) =>
                  planConfirmLead({
                    ...on(taskId, key),
                    body: { leadUnitId: textOf(fields, 'leadUnitId') },
                  })
                }
              >
                <p>{title}</p>
                <SelectField label={text.leadUnit} name="leadUnitId" required>
                  {units.map(({ unitId, name }) => (
                    <option key={unitId} value={unitId}>
                      {name ?? text.unknownUnit}
                    </option>
                  ))}
                </SelectField>
              </ActButton>
            ) : null}
          </li>
        ))}
        {plan.datesToGive.map(({ taskId, number, title, obligationId, phrase }) => (
          <li key={obligationId}>
            <span>
              <strong>{number}</strong> {title}
              <span className={styles.soft}> · {phrase}</span>
            </span>
            {acts.includes('DateObligation') ? (
              <ActButton
                name={text.giveDate}
                of={`${number}, ${phrase}`}
                send={(fields, key) =>
                  planDate({ ...on(taskId, key), body: { obligationId, day: textOf(fields, 'day') } })
                }
              >
                <p>
                  {title}: {phrase}
                </p>
                <DayField label={text.dueDay} name="day" required />
              </ActButton>
            ) : null}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
