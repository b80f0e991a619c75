import { taskList, type Task } from '#client';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useNow } from '../app/clock';
import { problemOf } from '../app/problem';
import { TONE_OF } from '../tasks/standing';
import { words as taskWords } from '../tasks/words';
import { Badge } from '../ui/badge';
import { Empty, Panel } from '../ui/layout';
import { Notice } from '../ui/notice';
import page from '../ui/page.module.css';
import { day, isoDay, time, period } from '../words/format';
import { useLanguage, useWords } from '../words/language';
import { dueIn, monthBeside, weeksOf, type Due } from './month';
import styles from './plan.module.css';
import { words } from './words';

const PAGE = 200;

/** What falls due, by month: how much on each day, and below it what. */
export function CalendarPage() {
  const text = useWords(words);
  const language = useLanguage();
  const search = useSearch({ from: '/plan/calendar' });
  const today = isoDay(useNow());
  const month = search.month ?? today.slice(0, 7);
  const { data: tasks, error } = useTasks(search.lead);
  const [year = '', number = ''] = month.split('-');
  const days = dueIn(month, tasks ?? []);
  return (
    <>
      <header className={styles.head}>
        <h1>{text.month(Number(number), year)}</h1>
        <div className={page.ways}>
          <Link to="/plan/calendar" search={{ ...search, month: monthBeside(month, -1) }}>
            ← {text.monthBefore}
          </Link>
          <Link to="/plan/calendar" search={{ ...search, month: monthBeside(month, 1) }}>
            {text.monthAfter} →
          </Link>
          {search.lead ? (
            <Link to="/plan/calendar" search={search.month === undefined ? {} : { month }}>
              {text.everybodys}
            </Link>
          ) : (
            <Link to="/plan/calendar" search={{ ...search, lead: 'me' }}>
              {text.onlyMine}
            </Link>
          )}
          <Link to="/plan" search={{}}>
            {text.toPlan}
          </Link>
        </div>
      </header>
      {error ? <Notice problem={problemOf(error, language)} /> : null}
      <Panel>
        <Grid month={month} today={today} days={days} />
      </Panel>
      {tasks && days.size === 0 ? <Empty>{text.nothingDue}</Empty> : null}
      {[...days].map(([on, dues]) => (
        <DayOfDues key={on} on={on} dues={dues} today={today} />
      ))}
    </>
  );
}

/** Every task, whatever it takes of pages: a month shows deadlines that are not a task's next. */
const useTasks = (lead: 'me' | undefined) =>
  useQuery({
    queryKey: [{ _id: 'taskList', all: lead ?? 'everybody' }],
    queryFn: async ({ signal }) => {
      const tasks: Task[] = [];
      let cursor: string | null = '';
      while (cursor !== null) {
        const page: { items: Task[]; nextCursor: string | null } = (
          await taskList({
            query: { limit: PAGE, ...(lead ? { lead } : {}), ...(cursor === '' ? {} : { cursor }) },
            signal,
            throwOnError: true,
          })
        ).data;
        tasks.push(...page.items);
        cursor = page.nextCursor;
      }
      return tasks;
    },
  });

const isOpen = ({ status }: Due): boolean => status === 'open';
const isLate = ({ standing }: Due): boolean => standing === 'overdue';

function Grid({ month, today, days }: { month: string; today: string; days: ReadonlyMap<string, Due[]> }) {
  const text = useWords(words);
  return (
    <table className={styles.month}>
      <thead>
        <tr>
          {text.weekdays.map(({ short, long }) => (
            <th key={short} scope="col" abbr={long}>
              {short}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(month).map((week, index) => (
          <tr key={index}>
            {week.map((on, weekday) => (
              <td key={weekday} {...(on === today ? { 'aria-current': 'date' } : {})}>
                {on === undefined ? null : <DayOfGrid on={on} dues={days.get(on) ?? []} />}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function DayOfGrid({ on, dues }: { on: string; dues: readonly Due[] }) {
  const text = useWords(words);
  const [year, month, number] = on.split('-').map(Number);
  if (dues.length === 0) return <span className={styles.free}>{number}</span>;
  const late = dues.filter(isLate).length;
  const open = dues.filter(isOpen).length;
  return (
    <a href={`#due-${on}`} className={styles.busy} data-tone={late > 0 ? 'late' : open > 0 ? 'open' : 'done'}>
      <span>
        {number}
        <span className="visually-hidden"> {text.ofMonth(month, year)}</span>
      </span>
      <strong>
        {late > 0 ? `${late}/${dues.length}` : dues.length}
        <span className={styles.unit}> {late > 0 ? text.overdue : text.dues}</span>
      </strong>
    </a>
  );
}

function DayOfDues({ on, dues, today }: { on: string; dues: readonly Due[]; today: string }) {
  const text = useWords(words);
  const { standings } = useWords(taskWords);
  return (
    <section id={`due-${on}`} className={styles.dueDay} aria-labelledby={`due-${on}-name`} tabIndex={-1}>
      <h2 id={`due-${on}-name`}>
        {text.weekdays[(new Date(`${on}T00:00:00Z`).getUTCDay() + 6) % 7]?.long}, {day(on)}
        {on === today ? ` · ${text.today}` : ''}
      </h2>
      <ul className={styles.dues}>
        {dues.map(({ occurrenceId, due, task, label, key, standing }) => (
          <li key={occurrenceId}>
            <Link to="/tasks/$id" params={{ id: task.id }} className={styles.due}>
              <time dateTime={due}>{time(due)}</time>
              <span>
                <strong>
                  {task.number} {task.title}
                </strong>
                <span className={styles.soft}>
                  {' '}
                  · {label} · {period(key)} · {task.lead.person ?? task.lead.name}
                </span>
              </span>
              <Badge tone={TONE_OF[standing]}>{standings[standing]}</Badge>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
