import type { ReportListed } from '#client';
import { reportListOptions } from '#client/queries';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useNow, useThisYear } from '../app/clock';
import { problemOf } from '../app/problem';
import { Badge } from '../ui/badge';
import { Empty, Panel } from '../ui/layout';
import { Notice } from '../ui/notice';
import page from '../ui/page.module.css';
import tables from '../ui/table.module.css';
import { day, howFar } from '../words/format';
import { useLanguage, useWords } from '../words/language';
import { LISTS, reportSearch } from './report-search';
import { Standing, isIn } from './standing';
import { useTitle } from './titles';
import { words } from './words';

/** What is to be reported, to whom and until when; which are drafted, submitted, returned, sent, late. */
export function ReportsPage() {
  const text = useWords(words);
  const language = useLanguage();
  const search = useSearch({ from: '/reports' });
  const thisYear = useThisYear();
  const { state = 'all', year = thisYear } = search;
  const { data, error } = useQuery(reportListOptions({ query: { year } }));
  const reports = data?.items ?? [];
  const shown = reports.filter((one) => isIn(state, one));
  const of = (next: number) => reportSearch({ ...search, year: next === thisYear ? undefined : next });
  return (
    <>
      <header className={page.head}>
        <h1>{text.ofYear(year)}</h1>
        <div className={page.ways}>
          <Link to="/reports" search={of(year - 1)}>
            ← {year - 1}
          </Link>
          <Link to="/reports" search={of(year + 1)}>
            {year + 1} →
          </Link>
          <Link to="/indices" search={{}}>
            {text.toIndices}
          </Link>
        </div>
      </header>
      <nav className={page.queues} aria-label={text.states}>
        {LISTS.map((list) => (
          <Link
            key={list}
            to="/reports"
            search={reportSearch({ ...search, state: list })}
            activeOptions={{ exact: true }}
          >
            {text.lists[list]} ({reports.filter((one) => isIn(list, one)).length})
          </Link>
        ))}
      </nav>
      {error ? <Notice problem={problemOf(error, language)} /> : null}
      {data ? (
        <Panel>
          {shown.length > 0 ? (
            <Reports of={shown} />
          ) : (
            <Empty>{reports.length === 0 ? text.noneOfYear(year) : text.none}</Empty>
          )}
        </Panel>
      ) : null}
    </>
  );
}

function Reports({ of }: { of: readonly ReportListed[] }) {
  const text = useWords(words);
  return (
    <table className={tables.table}>
      <thead>
        <tr>
          <th scope="col">{text.report}</th>
          <th scope="col">{text.receiver}</th>
          <th scope="col">{text.due}</th>
          <th scope="col">{text.state}</th>
        </tr>
      </thead>
      <tbody>
        {of.map((one) => (
          <ReportRow key={one.id} report={one} />
        ))}
      </tbody>
    </table>
  );
}

function ReportRow({ report }: { report: ReportListed }) {
  const text = useWords(words);
  const now = useNow();
  const title = useTitle();
  const { id, period, receiver, due, awaitsCalendar, status, overdue, of } = report;
  return (
    <tr>
      <td>
        <Link to="/reports/$id" params={{ id }} className={page.titleLink}>
          {title(report)}
        </Link>
        <div className={page.soft}>
          {text.period}: {text.periodOf(day(period.from), day(period.to))}
          {of ? ` · ${of.name}` : ''}
        </div>
      </td>
      <td className={tables.labelled} data-label={text.receiver}>
        {receiver}
      </td>
      <td className={`${tables.narrow} ${tables.labelled}`} data-label={text.due}>
        {due ? day(due) : awaitsCalendar ? text.awaits(awaitsCalendar) : '–'}{' '}
        {due && status === 'draft' ? (
          <Badge tone={overdue ? 'late' : 'plain'}>{howFar(due, now)}</Badge>
        ) : null}
      </td>
      <td>
        <Standing of={report} />
      </td>
    </tr>
  );
}
