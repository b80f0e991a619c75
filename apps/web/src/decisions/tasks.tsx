import type { Task } from '#client';
import { taskActsOptions } from '#client/queries';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useNow } from '../app/clock';
import { TASK_ACTS } from '../tasks/act-forms';
import { deadlinesOf } from '../tasks/standing';
import { words as taskWords } from '../tasks/words';
import { ActDialog } from '../ui/acts';
import { Badge } from '../ui/badge';
import page from '../ui/page.module.css';
import { day, howFar, instant } from '../words/format';
import { useWords } from '../words/language';
import { Answers } from './answers';
import styles from './decisions.module.css';
import { words } from './words';

const OF_WHAT_IS_HANDED_IN = ['AcceptDeliverable', 'ReturnDeliverable'];
const OF_TIME_ASKED_FOR = ['DecideExtension'];
const STEERING = ['UrgeTask', 'HandOverTask', 'RequestExtraReport'];

/** A task that waits for a decision: what was handed in or asked for, and the answers. */
export function TaskToDecide({ task }: { task: Task }) {
  const text = useWords(words);
  const waiting = task.submissions.filter(({ status }) => status === 'waiting');
  const asked = deadlinesOf(task).filter(({ askedDue, status }) => askedDue && status === 'open');
  const nameOf = (id: string) => task.deliverables.find(({ deliverableId }) => deliverableId === id)?.name;
  return (
    <TaskItem
      task={task}
      offered={[
        ...(waiting.length > 0 ? OF_WHAT_IS_HANDED_IN : []),
        ...(asked.length > 0 ? OF_TIME_ASKED_FOR : []),
      ]}
    >
      {waiting.map(({ submissionId, deliverableId, at, text: said }) => (
        <p key={submissionId}>
          {text.handedIn(nameOf(deliverableId) ?? '', instant(at))}
          <span className={page.soft}> · {said}</span>
        </p>
      ))}
      {asked.map(({ occurrenceId, label, askedDue }) => (
        <p key={occurrenceId}>{text.asks(label, day(askedDue ?? ''))}</p>
      ))}
    </TaskItem>
  );
}

/** A task with a deadline that has passed: which, for how long, and what its leaders may do about it. */
export function LateTask({ task }: { task: Task }) {
  const text = useWords(words);
  const now = useNow();
  const missed = deadlinesOf(task).filter(({ standing }) => standing === 'overdue');
  return (
    <TaskItem task={task} offered={STEERING}>
      {missed.map(({ occurrenceId, label, due }) =>
        due ? (
          <p key={occurrenceId}>
            <Badge tone="late">{howFar(due, now)}</Badge> {text.missed(label, day(due))}
          </p>
        ) : null,
      )}
    </TaskItem>
  );
}

function TaskItem({
  task,
  offered,
  children,
}: {
  task: Task;
  offered: readonly string[];
  children: ReactNode;
}) {
  const names = useWords(taskWords).act;
  const acts = useQuery(taskActsOptions({ path: { id: task.id } })).data?.items ?? [];
  const { number, title, lead } = task;
  return (
    <li className={styles.item}>
      <div className={styles.what}>
        <Link to="/tasks/$id" params={{ id: task.id }} className={page.titleLink}>
          {number} · {title}
        </Link>
        {children}
        <p className={page.soft}>{[lead.person, lead.name].filter(Boolean).join(' · ')}</p>
      </div>
      <Answers
        about={number}
        acts={acts}
        offered={offered}
        names={names}
        opened={(act, close) => (
          <ActDialog of={task} act={act} forms={TASK_ACTS} names={names} onClose={close} />
        )}
      />
    </li>
  );
}
