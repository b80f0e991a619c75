import type { SurveyResultsResponse } from '#client';
import { indexListOptions, surveyResultsOptions } from '#client/queries';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useThisYear } from '../app/clock';
import { problemOf } from '../app/problem';
import { Badge } from '../ui/badge';
import { Empty, Panel } from '../ui/layout';
import { Notice } from '../ui/notice';
import page from '../ui/page.module.css';
import tables from '../ui/table.module.css';
import { figure } from '../words/format';
import { useLanguage, useWords } from '../words/language';
import { words } from './words';

/** Are those who were served satisfied, and with what not? */
export function SurveyPage() {
  const text = useWords(words);
  const language = useLanguage();
  const thisYear = useThisYear();
  const { year = thisYear } = useSearch({ from: '/survey' });
  const time = { from: `${year}-01-01`, to: `${year}-12-31` };
  const { data: results, error } = useQuery(surveyResultsOptions({ query: time }));
  const of = (next: number) => (next === thisYear ? {} : { year: next });
  if (error) return <Notice problem={problemOf(error, language)} />;
  if (!results) return <Empty>…</Empty>;
  return (
    <>
      <header className={page.head}>
        <div>
          <h1>{text.title(year)}</h1>
          <p className={page.soft}>{text.what}</p>
        </div>
        <div className={page.ways}>
          <Link to="/survey" search={of(year - 1)}>
            ← {year - 1}
          </Link>
          <Link to="/survey" search={of(year + 1)}>
            {year + 1} →
          </Link>
          <Link to="/feedback" search={{}}>
            {text.toFeedback}
          </Link>
        </div>
      </header>
      <Targets time={time} answered={text.answered(figure(results.answered), figure(results.asked))} />
      <Questions results={results} />
    </>
  );
}

const SURVEYED = ['SATISFACTION_SERVICE', 'SATISFACTION_TTHC', 'SATISFACTION_WANTED'];

/** What the plan wants, and what came of it. */
function Targets({ time, answered }: { time: { from: string; to: string }; answered: string }) {
  const text = useWords(words);
  const language = useLanguage();
  const indices = useQuery(indexListOptions({ query: time })).data?.items ?? [];
  const own = indices.filter(({ code }) => SURVEYED.includes(code));
  const withheld = own.find(({ unmeasured }) => unmeasured)?.unmeasured;
  return (
    <Panel title={text.targets}>
      <p className={page.soft}>{answered}</p>
      {withheld ? <p className={page.soft}>{withheld[language]}</p> : null}
      <table className={tables.table}>
        <thead>
          <tr>
            <th scope="col">{text.target}</th>
            <th scope="col">{text.toReach}</th>
            <th scope="col">{text.reached}</th>
          </tr>
        </thead>
        <tbody>
          {own.map(({ code, name, value, unit, values: [came] }) => (
            <tr key={code}>
              <td>{name}</td>
              <td className={`${tables.narrow} ${tables.labelled}`} data-label={text.toReach}>
                {figure(value)} {unit}
              </td>
              <td className={`${tables.narrow} ${tables.labelled}`} data-label={text.reached}>
                {came?.percent === undefined || came.percent === null ? (
                  withheld ? (
                    '–'
                  ) : (
                    text.noData
                  )
                ) : (
                  <>
                    {figure(came.percent)} %{' '}
                    <Badge tone={came.met ? 'done' : 'late'}>{came.met ? text.met : text.notMet}</Badge>
                  </>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

function Questions({ results }: { results: SurveyResultsResponse }) {
  const text = useWords(words);
  const language = useLanguage();
  const said = (value: number | null, unit = '') => (value === null ? '–' : `${figure(value)}${unit}`);
  return (
    <Panel title={text.questions}>
      <p className={page.soft}>
        {results.byMonth ? text.byMonth(results.fewest) : text.tooFew(results.fewest)}
      </p>
      <table className={tables.table}>
        <thead>
          <tr>
            <th scope="col">{text.question}</th>
            <th scope="col">{text.answers}</th>
            <th scope="col">{text.mean}</th>
            <th scope="col">{text.satisfied}</th>
          </tr>
        </thead>
        <tbody>
          {results.questions.map(({ key, about, text: asked, answers, mean, satisfiedPercent }) => (
            <tr key={key}>
              <td>
                {asked[language]}
                <div className={page.soft}>{text.about[about]}</div>
              </td>
              <td className={`${tables.narrow} ${tables.labelled}`} data-label={text.answers}>
                {answers}
              </td>
              <td className={`${tables.narrow} ${tables.labelled}`} data-label={text.mean}>
                {said(mean)}
              </td>
              <td className={`${tables.narrow} ${tables.labelled}`} data-label={text.satisfied}>
                {said(satisfiedPercent, ' %')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={page.soft}>{text.source(results.source)}</p>
    </Panel>
  );
}
