import type { ServiceIndexShowResponse } from '#client';
import { serviceIndexShowOptions } from '#client/queries';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useThisYear } from '../app/clock';
import { problemOf } from '../app/problem';
import { Empty, Panel } from '../ui/layout';
import { Notice } from '../ui/notice';
import page from '../ui/page.module.css';
import { figure, period as periodSaid } from '../words/format';
import { useLanguage, useWords } from '../words/language';
import { Forecasts } from './forecasts';
import { Parts } from './parts';
import { words } from './words';

/** How does the office serve people and businesses, and which parts keep it from more? */
export function IndicesPage() {
  const language = useLanguage();
  const thisYear = useThisYear();
  const { period = String(thisYear) } = useSearch({ from: '/indices' });
  const { data, error } = useQuery(serviceIndexShowOptions({ query: { period } }));
  return (
    <>
      <Head period={period} />
      {error ? <Notice problem={problemOf(error, language)} /> : null}
      {data ? <Whole of={data} period={period} /> : error ? null : <Empty>…</Empty>}
      <Forecasts year={Number(period.slice(0, 4))} />
    </>
  );
}

const QUARTERS = ['Q1', 'Q2', 'Q3', 'Q4'];
const MONTHS = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, '0'));

function Head({ period }: { period: string }) {
  const text = useWords(words);
  const year = Number(period.slice(0, 4));
  return (
    <>
      <header className={page.head}>
        <h1>{text.title}</h1>
        <div className={page.ways}>
          <Link to="/indices" search={{ period: String(year - 1) }}>
            ← {year - 1}
          </Link>
          <Link to="/indices" search={{ period: String(year + 1) }}>
            {year + 1} →
          </Link>
        </div>
      </header>
      <nav className={page.queues} aria-label={text.periods}>
        {[String(year), ...[...QUARTERS, ...MONTHS].map((part) => `${year}-${part}`)].map((one) => (
          <Link
            key={one}
            to="/indices"
            search={{ period: one }}
            {...(one === period ? { 'aria-current': 'page' } : {})}
          >
            {periodSaid(one)}
          </Link>
        ))}
      </nav>
    </>
  );
}

function Whole({ of, period }: { of: ServiceIndexShowResponse; period: string }) {
  const text = useWords(words);
  const language = useLanguage();
  return (
    <>
      <Panel title={text.ofSet(of.set, periodSaid(period))}>
        <p>
          <strong>{text.points(figure(of.points), figure(of.counted))}</strong>
        </p>
        <p className={page.soft}>{text.notCounted(figure(of.max - of.counted), figure(of.max))}</p>
        <p className={page.soft}>{text.clock}</p>
      </Panel>
      {of.groups.map((group) => (
        <Panel
          key={group.code}
          title={`${group.name[language]}: ${
            group.counted === 0
              ? text.groupUnmeasured
              : text.points(figure(group.points), figure(group.counted))
          }`}
        >
          <Parts parts={group.parts} period={period} />
        </Panel>
      ))}
    </>
  );
}
