import { reportBehind, type Report } from '#client';
import { reportOneOptions, reportProceduresBehindOptions, reportTasksBehindOptions } from '#client/queries';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useEndless } from '../app/endless';
import { problemOf } from '../app/problem';
import { Empty, Panel } from '../ui/layout';
import { More } from '../ui/more';
import { Notice } from '../ui/notice';
import page from '../ui/page.module.css';
import { instant } from '../words/format';
import { useLanguage, useWords } from '../words/language';
import { CountedDossiers, CountedTasks } from './counted';
import { CountedProcedures } from './counted-procedures';
import {
  numberOf,
  type ControlColumn,
  type ListedColumn,
  type ProcedureColumn,
  type StandingColumn,
} from './columns';
import { groupOf } from './control-table';
import { useAreaName } from './plan-table';
import { useTitle } from './titles';
import { tableWords } from './table-words';
import { words } from './words';

const LISTED = 50;

/** What stands behind a figure, row by row, as it was when it was counted. */
export function FiguresPage() {
  const { id } = useParams({ from: '/reports/$id/figures' });
  const { control, plan, digitisation, procedures } = useSearch({ from: '/reports/$id/figures' });
  const table = useWords(tableWords);
  const text = useWords(words);
  const language = useLanguage();
  const title = useTitle();
  const { data: report, error } = useQuery(reportOneOptions({ path: { id } }));
  if (error) return <Notice problem={problemOf(error, language)} />;
  if (!report) return <Empty>…</Empty>;
  return (
    <>
      <header className={page.column}>
        <div className={page.crumb}>
          <Link to="/reports" search={{ year: report.year }}>
            {text.reports}
          </Link>{' '}
          /{' '}
          <Link to="/reports/$id" params={{ id }}>
            {title(report)}
          </Link>
        </div>
        {control ? <ControlName column={control} /> : null}
        {plan ? <PlanName column={plan} report={report} /> : null}
        {digitisation ? <Name title={table.digitised[digitisation]} table={table.digitisation} /> : null}
        {procedures ? <Name title={table.procedureGroups[procedures]} table={table.procedures} /> : null}
      </header>
      {control ? <Dossiers report={report} column={control} /> : null}
      {plan ? <Tasks report={report} column={plan} /> : null}
      {digitisation ? <Dossiers report={report} column={digitisation} /> : null}
      {procedures ? <Procedures report={report} column={procedures} /> : null}
      {control || plan || digitisation || procedures ? null : <Empty>{text.noFigure}</Empty>}
    </>
  );
}

const useRow = (): string | undefined => useSearch({ from: '/reports/$id/figures' }).row;

function ControlName({ column }: { column: ControlColumn }) {
  const text = useWords(words);
  const row = useRow();
  return (
    <>
      <h1>
        {text.groups[groupOf(column)]}: {text.columns[column].toLocaleLowerCase()} ({numberOf(column)})
      </h1>
      <p className={page.soft}>{[text.control, row].filter(Boolean).join(' · ')}</p>
    </>
  );
}

function Name({ title, table }: { title: string; table: string }) {
  const row = useRow();
  return (
    <>
      <h1>{title}</h1>
      <p className={page.soft}>{[table, row].filter(Boolean).join(' · ')}</p>
    </>
  );
}

function PlanName({ column, report }: { column: StandingColumn; report: Report }) {
  const text = useWords(words);
  const row = useRow();
  const areaName = useAreaName(report.year);
  return (
    <>
      <h1>{text.standings[column]}</h1>
      <p className={page.soft}>{[text.standing, row && areaName(row)].filter(Boolean).join(' · ')}</p>
    </>
  );
}

function Dossiers({ report, column }: { report: Report; column: ListedColumn }) {
  const text = useWords(words);
  const { row, submission } = useSearch({ from: '/reports/$id/figures' });
  const { id } = report;
  const by = {
    ...(row === undefined ? {} : { field: row }),
    ...(submission === undefined ? {} : { submission }),
  };
  const list = useEndless('reportBehind', { id, column, ...by }, (cursor, signal) =>
    reportBehind({
      path: { id, column },
      query: { ...by, ...cursor, limit: LISTED },
      signal,
      throwOnError: true,
    }),
  );
  return (
    <Behind report={report}>
      {list.items.length > 0 ? <CountedDossiers items={list.items} linked={report.of === null} /> : null}
      <More list={list} none={text.nobodyBehind} />
    </Behind>
  );
}

function Tasks({ report, column }: { report: Report; column: StandingColumn }) {
  const text = useWords(words);
  const language = useLanguage();
  const { row, submission } = useSearch({ from: '/reports/$id/figures' });
  const { data, error } = useQuery(
    reportTasksBehindOptions({
      path: { id: report.id, column },
      query: {
        ...(row === undefined ? {} : { area: row }),
        ...(submission === undefined ? {} : { submission }),
      },
    }),
  );
  if (error) return <Notice problem={problemOf(error, language)} />;
  if (!data) return <Empty>…</Empty>;
  return (
    <Behind report={report}>
      {data.items.length === 0 ? (
        <Empty>{text.nobodyBehind}</Empty>
      ) : (
        <CountedTasks items={data.items} linked={report.of === null} />
      )}
    </Behind>
  );
}

function Procedures({ report, column }: { report: Report; column: ProcedureColumn }) {
  const language = useLanguage();
  const { row, submission } = useSearch({ from: '/reports/$id/figures' });
  const { data, error } = useQuery(
    reportProceduresBehindOptions({
      path: { id: report.id, column },
      query: {
        ...(row === undefined ? {} : { field: row }),
        ...(submission === undefined ? {} : { submission }),
      },
    }),
  );
  if (error) return <Notice problem={problemOf(error, language)} />;
  if (!data) return <Empty>…</Empty>;
  return (
    <Behind report={report}>
      <CountedProcedures items={data.items} />
    </Behind>
  );
}

/** The list, and the moment that it is of. */
function Behind({ report: { submissions, cutOff }, children }: { report: Report; children: ReactNode }) {
  const text = useWords(words);
  const { submission } = useSearch({ from: '/reports/$id/figures' });
  const at = submissions.find((one) => one.submission === submission)?.cutOff ?? cutOff;
  return (
    <Panel title={text.behind}>
      <p className={page.soft}>{text.behindAsOf(instant(at.instant))}</p>
      {children}
    </Panel>
  );
}
