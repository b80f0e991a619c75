import type { MoneyOfPlanResponse, Plan } from '#client';
import { moneyOfPlanOptions } from '#client/queries';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { problemOf } from '../app/problem';
import { Empty, Panel } from '../ui/layout';
import { Meter } from '../ui/meter';
import { Notice } from '../ui/notice';
import page from '../ui/page.module.css';
import tables from '../ui/table.module.css';
import { dong } from '../words/format';
import { useLanguage, useWords } from '../words/language';
import styles from './money.module.css';
import { words } from './words';

type Total = MoneyOfPlanResponse['total'];
type OfTask = MoneyOfPlanResponse['tasks'][number];

/** What each area was given and has spent, and what came of it. */
export function PlanMoney({ plan }: { plan: Plan }) {
  const text = useWords(words);
  const language = useLanguage();
  const { data, error } = useQuery(moneyOfPlanOptions({ path: { year: plan.year } }));
  const nameOf = (code: string) => plan.areas.find((area) => area.code === code)?.name ?? '';
  return (
    <Panel title={text.ofPlan}>
      {error ? <Notice problem={problemOf(error, language)} /> : null}
      {data && data.areas.length === 0 ? <Empty>{text.nonePlan}</Empty> : null}
      {data && data.areas.length > 0 ? (
        <>
          <table className={`${tables.table} ${styles.sums}`}>
            <thead>
              <tr>
                <th scope="col">{text.area}</th>
                <th scope="col">{text.allocated}</th>
                <th scope="col">{text.spent}</th>
                <th scope="col">{text.balance}</th>
                <th scope="col">{text.tasksDone}</th>
              </tr>
            </thead>
            <tbody>
              {data.areas.map((one) => (
                <TotalRow key={one.area} name={`${one.area}. ${nameOf(one.area)}`} of={one} />
              ))}
            </tbody>
            <tfoot className={styles.whole}>
              <TotalRow name={text.whole} of={data.total} />
            </tfoot>
          </table>
          <details>
            <summary>{text.byTask(data.tasks.length)}</summary>
            <ul className={styles.entries}>
              {data.tasks.map((one) => (
                <TaskRow key={one.taskId} of={one} />
              ))}
            </ul>
          </details>
        </>
      ) : null}
    </Panel>
  );
}

function TotalRow({ name, of }: { name: string; of: Total }) {
  const text = useWords(words);
  return (
    <tr>
      <th scope="row">{name}</th>
      <td data-label={text.allocated}>{dong(of.allocated)}</td>
      <td data-label={text.spent}>{dong(of.spent)}</td>
      <td data-label={text.balance}>{dong(of.balance)}</td>
      <td data-label={text.tasksDone}>{text.ofTasks(of.completed, of.tasks)}</td>
    </tr>
  );
}

function TaskRow({ of: { taskId, number, title, spent, allocated, percent } }: { of: OfTask }) {
  const text = useWords(words);
  return (
    <li>
      <Link to="/tasks/$id" params={{ id: taskId }} className={page.titleLink}>
        {number}. {title}
      </Link>
      <div className={page.soft}>
        {text.spent}: {dong(spent)} / {dong(allocated)}
      </div>
      <Meter percent={percent} label={`${text.result}: ${number}`} />
    </li>
  );
}
