import { taskList, type Task } from '#client';
import { organisationShowOptions, planShowOptions } from '#client/queries';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useNow, useThisYear } from '../app/clock';
import { useEndless } from '../app/endless';
import { ofYear } from '../app/none-yet';
import { Badge } from '../ui/badge';
import { SelectField } from '../ui/field';
import { Panel } from '../ui/layout';
import { LongTable, type RowOf, type RowPlace } from '../ui/long-table';
import tables from '../ui/table.module.css';
import { Meter } from '../ui/meter';
import styles from '../ui/page.module.css';
import { day, howFar } from '../words/format';
import { useWords } from '../words/language';
import { nextOf, TONE_OF } from './standing';
import { STATES, taskSearch, type TaskSearch } from './task-search';
import { words } from './words';

const LISTED = 100;

/** The tasks of the plan: what is looked for stands in the address. */
export function TasksPage() {
  const text = useWords(words);
  const search = useSearch({ from: '/tasks' });
  const list = useEndless('taskList', search, (cursor, signal) =>
    taskList({ query: { ...search, ...cursor, limit: LISTED }, signal, throwOnError: true }),
  );
  return (
    <>
      <div className={styles.head}>
        <h1>{text.tasks}</h1>
        <Filters search={search} />
      </div>
      <Panel>
        <LongTable
          list={list}
          heads={[
            { name: text.number, width: '10%' },
            { name: text.task, width: '35%' },
            { name: text.lead, width: '21%' },
            { name: text.nextDue, width: '19%' },
            { name: text.percent, width: '15%' },
          ]}
          row={taskRow}
          none={text.none}
        />
      </Panel>
    </>
  );
}

function Filters({ search }: { search: TaskSearch }) {
  const text = useWords(words);
  const navigate = useNavigate({ from: '/tasks' });
  const year = useThisYear();
  const areas = ofYear(useQuery(planShowOptions({ path: { year } })).data)?.areas ?? [];
  const units = useQuery(organisationShowOptions()).data?.units ?? [];
  const look = (next: Record<string, unknown>) =>
    void navigate({ search: taskSearch({ ...search, ...next }), replace: true });
  return (
    <div className={styles.filters}>
      <SelectField
        label={text.lead}
        value={search.lead ?? ''}
        onChange={({ target }) => look({ lead: target.value })}
      >
        <option value="">{text.all}</option>
        <option value="me">{text.mine}</option>
        {units.map(({ unitId, name }) => (
          <option key={unitId} value={unitId}>
            {name}
          </option>
        ))}
      </SelectField>
      <SelectField
        label={text.area}
        value={search.area ?? ''}
        onChange={({ target }) => look({ area: target.value })}
      >
        <option value="">{text.anyArea}</option>
        {areas.map(({ code, name }) => (
          <option key={code} value={code}>
            {code}. {name}
          </option>
        ))}
      </SelectField>
      <SelectField
        label={text.state}
        value={search.state ?? ''}
        onChange={({ target }) => look({ state: target.value })}
      >
        <option value="">{text.anyState}</option>
        {STATES.map((state) => (
          <option key={state} value={state}>
            {text.states[state]}
          </option>
        ))}
      </SelectField>
    </div>
  );
}

const taskRow: RowOf<Task> = (task, place) => <TaskRow task={task} place={place} />;

function TaskRow({ task, place }: { task: Task; place: RowPlace }) {
  const text = useWords(words);
  const now = useNow();
  const next = nextOf(task);
  return (
    <tr {...place}>
      <td className={tables.narrow}>{task.number}</td>
      <td>
        <Link to="/tasks/$id" params={{ id: task.id }} className={styles.titleLink}>
          {task.title}
        </Link>
        <div className={styles.soft}>
          {text.states[task.state]}
          {task.leadToConfirm ? ` · ${text.toConfirm}` : ''}
          {task.silent ? ` · ${text.silent}` : ''}
        </div>
      </td>
      <td>
        {task.lead.person ?? text.nobody}
        <div className={styles.soft}>{task.lead.name}</div>
      </td>
      <td className={tables.narrow}>
        {next ? (
          <>
            {next.due ? day(next.due) : next.awaitsCalendar ? text.awaits(next.awaitsCalendar) : '–'}{' '}
            <Badge tone={TONE_OF[next.standing]}>
              {next.due && (next.standing === 'overdue' || next.standing === 'due_soon')
                ? howFar(next.due, now)
                : text.standings[next.standing]}
            </Badge>
          </>
        ) : (
          '–'
        )}
      </td>
      <td>
        <Meter percent={task.percent} label={text.percent} />
      </td>
    </tr>
  );
}
