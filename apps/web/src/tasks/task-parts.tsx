import type { Task } from '#client';
import { useNow } from '../app/clock';
import { Badge } from '../ui/badge';
import { Empty, Panel } from '../ui/layout';
import tables from '../ui/table.module.css';
import { Meter } from '../ui/meter';
import styles from '../ui/page.module.css';
import { day, howFar, instant, period, time } from '../words/format';
import { useWords } from '../words/language';
import { deadlinesOf, TONE_OF } from './standing';
import { words } from './words';

/** All deadlines of a task, with how each stands: now, or at a moment that is looked back at. */
export function Deadlines({ task, at }: { task: Task; at?: Date | undefined }) {
  const text = useWords(words);
  const running = useNow();
  const now = at ?? running;
  const all = deadlinesOf(task);
  return (
    <Panel title={text.deadlines}>
      {all.length === 0 ? (
        <ul>
          {task.obligations.map(({ id, label, phrase, kind }) => (
            <li key={id}>
              {label ?? phrase}{' '}
              <span className={styles.soft}>
                {text.kinds[kind]} · {phrase}
              </span>
            </li>
          ))}
        </ul>
      ) : (
        <table className={tables.table}>
          <thead>
            <tr>
              <th scope="col">{text.due}</th>
              <th scope="col">{text.deadline}</th>
              <th scope="col">{text.result}</th>
            </tr>
          </thead>
          <tbody>
            {all.map(
              ({ occurrenceId, label, phrase, key, due, awaitsCalendar, standing, status, askedDue }) => (
                <tr key={occurrenceId}>
                  <td className={tables.narrow}>
                    {due ? (
                      <>
                        {day(due)}
                        <div className={styles.soft}>{time(due)}</div>
                      </>
                    ) : awaitsCalendar ? (
                      text.awaits(awaitsCalendar)
                    ) : (
                      '–'
                    )}
                  </td>
                  <td>
                    {label} <span className={styles.soft}>· {period(key)}</span>
                    <div className={styles.soft}>
                      {label === phrase ? '' : phrase} {askedDue ? text.askedFor(day(askedDue)) : ''}
                    </div>
                  </td>
                  <td>
                    <Badge tone={TONE_OF[standing]}>
                      {text.standings[standing]}
                      {due && status === 'open' ? `, ${howFar(due, now)}` : ''}
                    </Badge>
                  </td>
                </tr>
              ),
            )}
          </tbody>
        </table>
      )}
    </Panel>
  );
}

const TONES = { waiting: 'wait', accepted: 'done', returned: 'late' } as const;

/** What the task is to bring about, and what was handed in of it. */
export function Products({ task }: { task: Task }) {
  const text = useWords(words);
  return (
    <Panel title={text.products}>
      {task.deliverables.length === 0 ? <Empty>–</Empty> : null}
      <ul className={styles.list}>
        {task.deliverables.map(({ deliverableId, name }) => {
          const submissions = task.submissions.filter((one) => one.deliverableId === deliverableId);
          return (
            <li key={deliverableId}>
              <strong>{name}</strong>
              {submissions.length === 0 ? <div className={styles.soft}>{text.noSubmission}</div> : null}
              {submissions.map(({ submissionId, status, at, text: said }) => (
                <div key={submissionId}>
                  <Badge tone={TONES[status]}>{text.submissionStates[status]}</Badge> {said}{' '}
                  <span className={styles.soft}>{text.handedInOn(instant(at))}</span>
                </div>
              ))}
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}

/** How far the lead says it is. */
export function Progress({ task }: { task: Task }) {
  const text = useWords(words);
  return (
    <Panel title={text.progress}>
      <Meter percent={task.percent} label={text.percent} />
      {task.progressText ? <p>{task.progressText}</p> : null}
      {task.progressText === null ? <p className={styles.soft}>{text.progressNone}</p> : null}
      {task.progressAt ? <p className={styles.soft}>{text.reportedAt(instant(task.progressAt))}</p> : null}
    </Panel>
  );
}
