import type { Task } from '#client';
import { taskActsOptions, taskOneOptions } from '#client/queries';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { problemOf } from '../app/problem';
import { Money, MoneyThen } from '../money/task-money';
import { RegistersOfTask } from '../registers/of-task';
import { Timeline } from '../trail/timeline';
import { Acts, type MayAct } from '../ui/acts';
import { Badge } from '../ui/badge';
import { Empty, Row } from '../ui/layout';
import { Notice } from '../ui/notice';
import styles from '../ui/page.module.css';
import { day } from '../words/format';
import { useLanguage, useWords } from '../words/language';
import { TASK_ACTS } from './act-forms';
import { Past } from './past';
import { Deadlines, Products, Progress } from './task-parts';
import { SECRET_ACTS } from './secret-acts';
import { secretWords } from './secret-words';
import { words } from './words';

/** What happened, what may I do, what is the proof. */
export function TaskPage() {
  const { id } = useParams({ from: '/tasks/$id' });
  const { on } = useSearch({ from: '/tasks/$id' });
  const language = useLanguage();
  const text = useWords(words);
  const { data: task, error } = useQuery(taskOneOptions({ path: { id } }));
  const end = on === undefined ? undefined : `${on}T23:59:59.999+07:00`;
  const then = useQuery({
    ...taskOneOptions({ path: { id }, query: { at: end } }),
    enabled: on !== undefined,
    placeholderData: keepPreviousData,
  });
  const acts = useQuery(taskActsOptions({ path: { id } })).data?.items ?? [];
  if (error) return <Notice problem={problemOf(error, language)} />;
  if (!task) return <Empty>…</Empty>;
  const shown = on === undefined ? task : (then.data ?? task);
  return (
    <>
      <Head task={shown} />
      {then.error ? <Notice problem={problemOf(then.error, language)} /> : null}
      {on === undefined ? null : <p className={styles.past}>{text.lookedAtPast(day(on))}</p>}
      <div className={styles.columns}>
        <div className={styles.column}>
          <Deadlines task={shown} at={end === undefined ? undefined : new Date(end)} />
          {task.secret ? null : <Kept task={task} shown={shown} past={on !== undefined} acts={acts} />}
          <Timeline subject={id} until={end} />
        </div>
        <div className={`${styles.column} ${styles.beside}`}>
          {on === undefined ? <TaskActs task={task} acts={acts} /> : null}
          <Progress task={shown} />
          <Past now={task} on={on} then={then.data} />
        </div>
      </div>
    </>
  );
}

/** What is kept of a task here; nothing of a secret one. */
function Kept({
  task,
  shown,
  past,
  acts,
}: {
  task: Task;
  shown: Task;
  past: boolean;
  acts: readonly MayAct[];
}) {
  return (
    <>
      <Products task={shown} />
      {past ? <MoneyThen task={shown} /> : <Money task={task} acts={acts} />}
      {past ? null : <RegistersOfTask taskId={task.id} />}
    </>
  );
}

function TaskActs({ task, acts }: { task: Task; acts: readonly MayAct[] }) {
  const names = useWords(words).act;
  const secret = useWords(secretWords).act;
  return task.secret ? (
    <Acts of={task} acts={acts} forms={SECRET_ACTS} names={secret} />
  ) : (
    <Acts of={task} acts={acts} forms={TASK_ACTS} names={names} />
  );
}

function Head({ task }: { task: Task }) {
  const text = useWords(words);
  const secret = useWords(secretWords);
  const names = (units: readonly { name: string | null }[]) => units.map(({ name }) => name).join(', ');
  return (
    <header className={styles.column}>
      <div className={styles.crumb}>
        <Link to="/tasks" search={{}}>
          {text.tasks}
        </Link>{' '}
        / {task.number}
      </div>
      <h1>{task.title}</h1>
      <Row>
        <Badge tone={task.state === 'completed' ? 'done' : 'plain'}>{text.states[task.state]}</Badge>
        {task.secret ? <Badge tone="wait">{secret.secret}</Badge> : null}
        {task.late ? <Badge tone="late">{text.late}</Badge> : null}
        {task.silent ? <Badge tone="soon">{text.silent}</Badge> : null}
        {task.leadToConfirm ? <Badge tone="wait">{text.toConfirm}</Badge> : null}
      </Row>
      {task.secret ? <p className={styles.soft}>{secret.kept}</p> : null}
      {task.carriedFrom ? (
        <Link to="/tasks/$id" params={{ id: task.carriedFrom.taskId }}>
          {text.carriedFrom(task.carriedFrom.year, task.carriedFrom.number)}
        </Link>
      ) : null}
      {task.carriedTo ? (
        <Link to="/tasks/$id" params={{ id: task.carriedTo.taskId }}>
          {text.carriedTo(task.carriedTo.year)}
        </Link>
      ) : null}
      <dl className={styles.facts}>
        <div>
          <dt>{text.lead}</dt>
          <dd>
            {task.lead.person ?? text.nobody}
            <div className={styles.soft}>{task.lead.name}</div>
          </dd>
        </div>
        {task.coImplementers.length > 0 ? (
          <div>
            <dt>{text.coImplementers}</dt>
            <dd>{names(task.coImplementers)}</dd>
          </div>
        ) : null}
        {task.coordinators.length > 0 ? (
          <div>
            <dt>{text.coordinators}</dt>
            <dd>{names(task.coordinators)}</dd>
          </div>
        ) : null}
      </dl>
    </header>
  );
}
