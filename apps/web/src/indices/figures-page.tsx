import { serviceIndexDossiersBehind, serviceIndexFeedbackBehind } from '#client';
import { serviceIndexProceduresBehindOptions } from '#client/queries';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useThisYear } from '../app/clock';
import { useEndless } from '../app/endless';
import { problemOf } from '../app/problem';
import { CountedDossiers } from '../reports/counted';
import { CountedProcedures } from '../reports/counted-procedures';
import { Badge } from '../ui/badge';
import { Empty, Panel } from '../ui/layout';
import { More } from '../ui/more';
import { Notice } from '../ui/notice';
import page from '../ui/page.module.css';
import tables from '../ui/table.module.css';
import { day, period as periodSaid } from '../words/format';
import { useLanguage, useWords } from '../words/language';
import { useFigureName } from './parts';
import { listOf, type DossierFigure, type Listed, type ProcedureFigure } from './search';
import { words } from './words';

const LISTED = 50;

/** What stands behind a figure of the set, one by one. */
export function IndexFiguresPage() {
  const text = useWords(words);
  const thisYear = useThisYear();
  const nameOf = useFigureName();
  const { period = String(thisYear), figure = '' } = useSearch({ from: '/indices/figures' });
  const list = listOf(figure);
  return (
    <>
      <header className={page.column}>
        <div className={page.crumb}>
          <Link to="/indices" search={{ period }}>
            {text.back}
          </Link>
        </div>
        <h1>{nameOf(figure)}</h1>
        <p className={page.soft}>{periodSaid(period)}</p>
      </header>
      <Panel title={text.behind}>
        {list ? <Behind list={list} period={period} /> : <Empty>{text.none}</Empty>}
      </Panel>
    </>
  );
}

function Behind({ list, period }: { list: Listed; period: string }) {
  switch (list.of) {
    case 'dossiers':
      return <Dossiers figure={list.figure} period={period} />;
    case 'procedures':
      return <Procedures figure={list.figure} period={period} />;
    case 'feedback':
      return <Feedback figure={list.figure} period={period} />;
  }
}

function Dossiers({ figure, period }: { figure: DossierFigure; period: string }) {
  const text = useWords(words);
  const list = useEndless('serviceIndexDossiersBehind', { figure, period }, (cursor, signal) =>
    serviceIndexDossiersBehind({
      path: { figure },
      query: { period, ...cursor, limit: LISTED },
      signal,
      throwOnError: true,
    }),
  );
  return (
    <>
      <p className={page.soft}>{text.clockOf}</p>
      {list.items.length > 0 ? <CountedDossiers items={list.items} linked /> : null}
      <More list={list} none={text.none} />
    </>
  );
}

function Procedures({ figure, period }: { figure: ProcedureFigure; period: string }) {
  const language = useLanguage();
  const { data, error } = useQuery(
    serviceIndexProceduresBehindOptions({ path: { figure }, query: { period } }),
  );
  if (error) return <Notice problem={problemOf(error, language)} />;
  if (!data) return <Empty>…</Empty>;
  return <CountedProcedures items={data.items} />;
}

function Feedback({ figure, period }: { figure: 'due' | 'onTime'; period: string }) {
  const text = useWords(words);
  const list = useEndless('serviceIndexFeedbackBehind', { figure, period }, (cursor, signal) =>
    serviceIndexFeedbackBehind({
      path: { figure },
      query: { period, ...cursor, limit: LISTED },
      signal,
      throwOnError: true,
    }),
  );
  return (
    <>
      {list.items.length > 0 ? (
        <table className={tables.table}>
          <thead>
            <tr>
              <th scope="col">{text.feedback}</th>
              <th scope="col">{text.received}</th>
            </tr>
          </thead>
          <tbody>
            {list.items.map(({ id, title, receivedAt, late }) => (
              <tr key={id}>
                <td>
                  <Link to="/feedback/$id" params={{ id }} className={page.titleLink}>
                    {title ?? text.untitled}
                  </Link>{' '}
                  {late ? <Badge tone="late">{text.late}</Badge> : null}
                </td>
                <td className={`${tables.narrow} ${tables.labelled}`} data-label={text.received}>
                  {day(receivedAt)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      <More list={list} none={text.none} />
    </>
  );
}
