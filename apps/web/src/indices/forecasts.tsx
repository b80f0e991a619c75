import type { ForecastShowResponse } from '#client';
import { forecastShowOptions } from '#client/queries';
import { useQuery } from '@tanstack/react-query';
import { problemOf } from '../app/problem';
import { Badge } from '../ui/badge';
import { Empty, Panel } from '../ui/layout';
import { Notice } from '../ui/notice';
import page from '../ui/page.module.css';
import tables from '../ui/table.module.css';
import { figure, period as periodSaid } from '../words/format';
import { useLanguage, useWords } from '../words/language';
import { words } from './words';

type Told = ForecastShowResponse['items'][number];

/** How each index goes through the year, how the year would end, and what its target would take. */
export function Forecasts({ year }: { year: number }) {
  const text = useWords(words);
  const language = useLanguage();
  const { data, error } = useQuery(forecastShowOptions({ query: { year } }));
  return (
    <Panel title={text.forecast(String(year))}>
      {error ? <Notice problem={problemOf(error, language)} /> : null}
      {data ? (
        <>
          <p className={page.soft}>{data.method[language]}</p>
          <table className={tables.table}>
            <thead>
              <tr>
                {[text.index, text.soFar, text.yearEnd, text.wouldTake, text.error].map((head) => (
                  <th key={head} scope="col">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {data.items.map((told) => (
                <ForecastRow key={`${told.of}/${told.code}`} told={told} />
              ))}
            </tbody>
          </table>
        </>
      ) : error ? null : (
        <Empty>…</Empty>
      )}
    </Panel>
  );
}

function ForecastRow({ told }: { told: Told }) {
  const text = useWords(words);
  const language = useLanguage();
  const { name, of, target, forecast, error } = told;
  return (
    <tr>
      <td>
        <strong>{name[language]}</strong>
        <div className={page.soft}>
          {text.of[of]} · {text.target(figure(target))}
        </div>
      </td>
      <td className={tables.labelled} data-label={text.soFar}>
        <SoFar told={told} />
      </td>
      <td className={tables.labelled} data-label={text.yearEnd}>
        {forecast ? (
          <>
            {figure(forecast.percent)} %{' '}
            <Badge tone={forecast.met ? 'done' : 'late'}>{forecast.met ? text.met : text.notMet}</Badge>
          </>
        ) : (
          <span className={page.soft}>{text.noForecast}</span>
        )}
      </td>
      <td className={tables.labelled} data-label={text.wouldTake}>
        {forecast ? <Taking {...forecast} /> : '–'}
      </td>
      <td className={tables.labelled} data-label={text.error}>
        {error ? text.errorOf(figure(error.mean), figure(error.worst), error.tries) : text.noError}
      </td>
    </tr>
  );
}

function Taking({ more, expected }: { more: number; expected: number }) {
  const text = useWords(words);
  if (more === 0) return <>{text.reached}</>;
  return <>{(more > expected ? text.outOfReach : text.take)(figure(more), figure(expected))}</>;
}

function SoFar({ told: { months } }: { told: Told }) {
  const text = useWords(words);
  const counted = months.filter(({ percent }) => percent !== null);
  if (counted.length === 0) return <span className={page.soft}>{text.noData}</span>;
  const sum = (of: 'part' | 'whole') => counted.reduce((all, month) => all + month[of], 0);
  return (
    <>
      {figure(sum('part'))}/{figure(sum('whole'))}
      <details className={page.soft}>
        <summary>{text.months}</summary>
        {counted.map(({ month, part, whole, percent }) => (
          <div key={month}>
            {periodSaid(month)}: {figure(part)}/{figure(whole)} ({figure(percent ?? 0)} %)
          </div>
        ))}
      </details>
    </>
  );
}
