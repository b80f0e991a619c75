import { dossiersList, feedbackList, taskList } from '#client';
import { workListOptions } from '#client/queries';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useEndless } from '../app/endless';
import { Empty, Panel } from '../ui/layout';
import { More } from '../ui/more';
import { useWords } from '../words/language';
import styles from './decisions.module.css';
import { LateDossier } from './dossiers';
import { OpenFeedback } from './feedback';
import { OtherToDecide } from './others';
import { LateTask, TaskToDecide } from './tasks';
import { words } from './words';

/** So many of a kind at once: each is asked for what may be done about it. */
const LISTED = 10;
/** Kinds whose answers are given here, in one act. */
const LISTED_HERE = ['task', 'feedback'];

/** What waits for me, who is late, what can I do about it in one act? */
export function DecisionsPage() {
  const text = useWords(words);
  return (
    <>
      <h1>{text.title}</h1>
      <ToDecide />
      <Late />
    </>
  );
}

function useTasks(query: { decision: 'waiting' } | { state: 'late' }) {
  return useEndless('taskList', query, (cursor, signal) =>
    taskList({ query: { ...query, ...cursor, limit: LISTED }, signal, throwOnError: true }),
  );
}

function useFeedback(status: 'open' | 'overdue') {
  return useEndless('feedbackList', { decisions: status }, (cursor, signal) =>
    feedbackList({ query: { status, ...cursor, limit: LISTED }, signal, throwOnError: true }),
  );
}

function ToDecide() {
  const text = useWords(words);
  const tasks = useTasks({ decision: 'waiting' });
  const feedback = useFeedback('open');
  const ofNobody = feedback.items.filter(({ unitId }) => unitId === null);
  const work = useQuery(workListOptions()).data?.items ?? [];
  const others = work.filter(({ need, kind }) => need === 'decide' && !LISTED_HERE.includes(kind));
  return (
    <Panel title={text.decide}>
      <ul className={styles.items}>
        {tasks.items.map((task) => (
          <TaskToDecide key={task.id} task={task} />
        ))}
        {ofNobody.map((one) => (
          <OpenFeedback key={one.id} feedback={one} />
        ))}
        {others.map((one) => (
          <OtherToDecide key={one.subject} waiting={one} />
        ))}
      </ul>
      {ofNobody.length + others.length > 0 && tasks.items.length === 0 ? null : (
        <More list={tasks} none={text.none} />
      )}
    </Panel>
  );
}

/** What is overdue, by kind; that nothing is, in so many words. */
function Late() {
  const text = useWords(words);
  const tasks = useTasks({ state: 'late' });
  const dossiers = useEndless('dossiersList', 'decisions', (cursor, signal) =>
    dossiersList({
      query: { overdue: 'yes', status: 'open', ...cursor, limit: LISTED },
      signal,
      throwOnError: true,
    }),
  );
  const overdue = useFeedback('overdue');
  // What nobody was given yet stands above already.
  const feedback = { ...overdue, items: overdue.items.filter(({ unitId }) => unitId !== null) };
  const known = [tasks, dossiers, feedback].every(({ isSuccess }) => isSuccess);
  const late = tasks.items.length + dossiers.items.length + feedback.items.length;
  if (known && late === 0) return <Empty>{text.nothingLate}</Empty>;
  return (
    <>
      <LateOnes title={text.lateTasks} list={tasks}>
        {tasks.items.map((task) => (
          <LateTask key={task.id} task={task} />
        ))}
      </LateOnes>
      <LateOnes title={text.lateDossiers} list={dossiers}>
        {dossiers.items.map((dossier) => (
          <LateDossier key={dossier.id} dossier={dossier} />
        ))}
      </LateOnes>
      <LateOnes title={text.lateFeedback} list={feedback}>
        {feedback.items.map((one) => (
          <OpenFeedback key={one.id} feedback={one} />
        ))}
      </LateOnes>
    </>
  );
}

function LateOnes({
  title,
  list,
  children,
}: {
  title: string;
  list: Parameters<typeof More>[0]['list'];
  children: ReactNode;
}) {
  const text = useWords(words);
  if (list.items.length === 0 && !list.error) return null;
  return (
    <Panel title={title}>
      <ul className={styles.items}>{children}</ul>
      <More list={list} none={text.none} />
    </Panel>
  );
}
