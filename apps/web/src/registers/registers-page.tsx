import { registersList, type RegisterEntry, type RegisterKind } from '#client';
import { registersKindsOptions, registersTotalsOptions } from '#client/queries';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useThisYear } from '../app/clock';
import { useEndless } from '../app/endless';
import { problemOf } from '../app/problem';
import { Badge } from '../ui/badge';
import { Empty, Panel } from '../ui/layout';
import { More } from '../ui/more';
import { Notice } from '../ui/notice';
import page from '../ui/page.module.css';
import tables from '../ui/table.module.css';
import { day } from '../words/format';
import { useLanguage, useWords } from '../words/language';
import { Enter } from './enter';
import { factsSaid } from './facts';
import { registerSearch } from './register-search';
import { Totals } from './totals';
import { words } from './words';

/** What counted work there was, and what it came to. */
export function RegistersPage() {
  const text = useWords(words);
  const language = useLanguage();
  const search = useSearch({ from: '/registers' });
  const thisYear = useThisYear();
  const { year = thisYear } = search;
  const { data: kinds, error } = useQuery(registersKindsOptions());
  const of = (next: number) => registerSearch({ ...search, year: next === thisYear ? undefined : next });
  if (error) return <Notice problem={problemOf(error, language)} />;
  if (!kinds) return <Empty>…</Empty>;
  const kind = kinds.items.find((one) => one.kind === search.kind) ?? kinds.items[0];
  if (!kind) return null;
  return (
    <>
      <header className={page.head}>
        <div>
          <h1>{text.title(year)}</h1>
          <p className={page.soft}>{text.what}</p>
        </div>
        <div className={page.ways}>
          <Link to="/registers" search={of(year - 1)}>
            ← {year - 1}
          </Link>
          <Link to="/registers" search={of(year + 1)}>
            {year + 1} →
          </Link>
        </div>
      </header>
      {search.task === undefined ? null : (
        <p className={page.past}>
          {text.onlyTask}{' '}
          <Link to="/registers" search={registerSearch({ ...search, task: undefined })}>
            {text.everyTask}
          </Link>
        </p>
      )}
      <nav className={page.queues} aria-label={text.registers}>
        {kinds.items.map((one) => (
          <Link
            key={one.kind}
            to="/registers"
            search={registerSearch({ ...search, kind: one.kind })}
            aria-current={one === kind ? 'page' : undefined}
          >
            {one.title[language]}
          </Link>
        ))}
      </nav>
      <OfKind kind={kind} year={year} />
      <YearTotals kinds={kinds.items} year={year} />
    </>
  );
}

const LISTED = 50;
const yearOf = (year: number) => ({ from: `${year}-01-01`, to: `${year}-12-31` });

function OfKind({ kind, year }: { kind: RegisterKind; year: number }) {
  const text = useWords(words);
  const language = useLanguage();
  const { task } = useSearch({ from: '/registers' });
  const by = { kind: kind.kind, ...yearOf(year), ...(task === undefined ? {} : { task }) };
  const list = useEndless('registersList', by, (cursor, signal) =>
    registersList({ query: { ...by, ...cursor, limit: LISTED }, signal, throwOnError: true }),
  );
  return (
    <Panel title={kind.title[language]} aside={<Enter kind={kind} taskId={task} />}>
      <p className={page.soft}>{text.source(kind.source)}</p>
      {list.items.length > 0 ? <Entries kind={kind} items={list.items} /> : null}
      <More list={list} none={text.none} />
    </Panel>
  );
}

function Entries({ kind, items }: { kind: RegisterKind; items: readonly RegisterEntry[] }) {
  const text = useWords(words);
  const language = useLanguage();
  return (
    <table className={tables.table}>
      <thead>
        <tr>
          <th scope="col">{text.day}</th>
          <th scope="col">{text.said}</th>
          <th scope="col">{text.facts}</th>
        </tr>
      </thead>
      <tbody>
        {items.map(({ id, day: on, title, facts, status, by }) => (
          <tr key={id}>
            <td className={tables.narrow}>{day(on)}</td>
            <td>
              <Link to="/registers/$id" params={{ id }} className={page.titleLink}>
                {title}
              </Link>
              <div className={page.soft}>{by}</div>
            </td>
            <td>
              {status === 'withdrawn' ? <Badge>{text.withdrawn}</Badge> : null}
              {factsSaid(kind, facts, language).map(({ name, label, said }) => (
                <div key={name}>
                  <span className={page.soft}>{label}:</span> {said}
                </div>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function YearTotals({ kinds, year }: { kinds: readonly RegisterKind[]; year: number }) {
  const text = useWords(words);
  const { task } = useSearch({ from: '/registers' });
  const { data } = useQuery(
    registersTotalsOptions({ query: { ...yearOf(year), ...(task === undefined ? {} : { task }) } }),
  );
  if (!data) return null;
  return (
    <Panel title={text.totals}>
      {data.items.length === 0 ? <Empty>{text.none}</Empty> : <Totals totals={data.items} kinds={kinds} />}
    </Panel>
  );
}
