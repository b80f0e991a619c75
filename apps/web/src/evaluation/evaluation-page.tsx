import {
  evaluationYearActsOptions,
  evaluationYearProposalsOptions,
  evaluationYearShowOptions,
} from '#client/queries';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useThisYear } from '../app/clock';
import { useMe } from '../app/me';
import { ofYear } from '../app/none-yet';
import { problemOf } from '../app/problem';
import { usePosts } from '../organisation/posts';
import { Acts } from '../ui/acts';
import { Empty } from '../ui/layout';
import { Notice } from '../ui/notice';
import page from '../ui/page.module.css';
import { useLanguage, useWords } from '../words/language';
import { evaluationSearch } from './evaluation-search';
import { People } from './people';
import { Proposals } from './proposals';
import { Settings } from './settings';
import { UnitGrades } from './unit-grades';
import { Ways } from './ways';
import { words } from './words';
import { YEAR_ACTS } from './year-acts';

const SEES_ALL = ['chairman', 'vice-chairman', 'office-of-record', 'oversight', 'inspector'];

/** Who is evaluated in a year, what is proposed for each and why, what the caps allow, and what was decided. */
export function EvaluationPage() {
  const text = useWords(words);
  const language = useLanguage();
  const thisYear = useThisYear();
  const { year = thisYear } = useSearch({ from: '/evaluation' });
  const of = (next: number) => evaluationSearch({ year: next === thisYear ? undefined : next });
  const { data, error } = useQuery(evaluationYearShowOptions({ path: { year } }));
  const told = ofYear(data);
  const opened = told ?? null;
  const seesAll = useMe().posts.some(({ roles }) => roles.some((role) => SEES_ALL.includes(role)));
  const proposals = useQuery({
    ...evaluationYearProposalsOptions({ path: { year } }),
    enabled: seesAll && opened !== null,
  }).data;
  const headers = { 'Accept-Language': language };
  const offered = useQuery(evaluationYearActsOptions({ path: { year }, headers })).data?.items ?? [];
  const mayOpen = useMe().acts.includes('OpenEvaluation');
  const acts = [...offered, ...(mayOpen && opened ? [{ act: 'OpenEvaluation', may: true, why: null }] : [])];
  const holders = new Map(
    usePosts().flatMap(({ postId, holder }) => (holder ? [[postId, holder.personId] as const] : [])),
  );
  return (
    <>
      <Ways />
      <header className={page.head}>
        <h1>{text.ofYear(year)}</h1>
        <div className={page.ways}>
          <Link to="/evaluation" search={of(year - 1)}>
            ← {year - 1}
          </Link>
          <Link to="/evaluation" search={of(year + 1)}>
            {year + 1} →
          </Link>
        </div>
      </header>
      {error ? <Notice problem={problemOf(error, language)} /> : null}
      <div className={page.columns}>
        <div className={page.column}>
          {told === null ? <Empty>{text.notOpen(year)}</Empty> : null}
          {opened && proposals ? <Proposals proposals={proposals} /> : null}
          {opened && !seesAll ? <People year={year} /> : null}
          {opened ? <UnitGrades of={opened} /> : null}
        </div>
        <div className={`${page.column} ${page.beside}`}>
          <Acts
            of={{ id: `evaluation ${year}`, year, opened, proposals, holders }}
            acts={acts}
            forms={YEAR_ACTS}
            names={text.act}
          />
          {opened ? <Settings of={opened} /> : null}
        </div>
      </div>
    </>
  );
}
