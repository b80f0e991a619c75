import { registersKindsOptions, registersTotalsOptions } from '#client/queries';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Panel } from '../ui/layout';
import page from '../ui/page.module.css';
import { useWords } from '../words/language';
import { Totals } from './totals';
import { words } from './words';

/** What was entered in registers for a task, of whatever year. */
export function RegistersOfTask({ taskId }: { taskId: string }) {
  const text = useWords(words);
  const kinds = useQuery(registersKindsOptions()).data?.items;
  const always = { from: '2000-01-01', to: '2199-12-31' };
  const { data } = useQuery(registersTotalsOptions({ query: { ...always, task: taskId } }));
  if (!data || !kinds || data.items.length === 0) return null;
  return (
    <Panel title={text.ofTask}>
      <Totals totals={data.items} kinds={kinds} />
      <div className={page.ways}>
        <Link to="/registers" search={{ task: taskId }}>
          {text.toRegisters}
        </Link>
      </div>
    </Panel>
  );
}
