import type { UnitYear } from '#client';
import { evaluationYearActsOptions, unitYearShowOptions } from '#client/queries';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { useThisYear } from '../app/clock';
import { problemOf } from '../app/problem';
import { nameIn, usePosts } from '../organisation/posts';
import { useUnitName } from '../organisation/units';
import { Acts } from '../ui/acts';
import { Badge } from '../ui/badge';
import { Empty, Fact, Panel, Row } from '../ui/layout';
import { Notice } from '../ui/notice';
import page from '../ui/page.module.css';
import { day, figure, instant } from '../words/format';
import { useLanguage, useWords } from '../words/language';
import styles from './evaluation.module.css';
import { GRADE_TONES } from './grades';
import { UnitsTraining } from './training';
import { UNIT_ACTS } from './unit-acts';
import { Conditions, Findings, UnitScore, WorkRows } from './unit-working';
import { words } from './words';

/** What a unit's year comes to and out of what (R32), what a hand entered (R31), and what was decided. */
export function UnitPage() {
  const { id } = useParams({ from: '/evaluation/units/$id' });
  const thisYear = useThisYear();
  const { year = thisYear } = useSearch({ from: '/evaluation/units/$id' });
  const language = useLanguage();
  const text = useWords(words);
  const unitName = useUnitName();
  const { data, error } = useQuery({ ...unitYearShowOptions({ path: { year, id } }), retry: false });
  const headers = { 'Accept-Language': language };
  const acts = useQuery(evaluationYearActsOptions({ path: { year }, headers })).data?.items ?? [];
  if (error) return <Notice problem={problemOf(error, language)} />;
  if (!data) return <Empty>…</Empty>;
  const { now } = data;
  return (
    <>
      <header className={page.column}>
        <div className={page.crumb}>
          <Link to="/evaluation" search={{ year }}>
            {text.ofYear(year)}
          </Link>
        </div>
        <h1>{text.unitYear(unitName(id), year)}</h1>
      </header>
      <div className={page.columns}>
        <div className={page.column}>
          <Panel title={text.soFar(day(now.until))}>
            <p>
              <strong>{text.proposedAs(now.grade ? text.grades[now.grade] : text.noGrade)}</strong>
            </p>
            <p className={page.soft}>
              {text.unitWhys[now.why]} · {data.source}
            </p>
            <UnitScore of={now} />
          </Panel>
          <Conditions of={now} />
          <WorkRows of={now} />
          <Findings of={now} />
        </div>
        <div className={`${page.column} ${page.beside}`}>
          <Decided of={data} />
          <Acts of={{ ...data, id }} acts={acts} forms={UNIT_ACTS} names={text.act} />
          <Entered of={data} />
          <UnitsTraining year={year} unitId={id} />
        </div>
      </div>
    </>
  );
}

/** The grade in force, and the figures it was decided on. */
function Decided({ of: { decided } }: { of: UnitYear }) {
  const text = useWords(words);
  if (!decided) return null;
  return (
    <Panel title={text.decidedUnit}>
      <Row>
        <Badge tone={GRADE_TONES[decided.grade]}>{text.grades[decided.grade]}</Badge>
        <span>{text.gradeBy(decided.documentNumber, day(decided.documentDate))}</span>
      </Row>
      {decided.was ? <p>{text.decidedAnew(text.grades[decided.was])}</p> : null}
      {decided.reason ? <p className={styles.said}>{text.overridden(decided.reason)}</p> : null}
      <details className={styles.why}>
        <summary>{text.decidedOn(day(decided.working.until))}</summary>
        <UnitScore of={decided.working} />
      </details>
    </Panel>
  );
}

/** What no event tells, with what shows it. */
function Entered({ of: { entered, criteria } }: { of: UnitYear }) {
  const text = useWords(words);
  const language = useLanguage();
  const posts = usePosts();
  const nameOf = new Map(criteria.map(({ code, name }) => [code, name[language]]));
  return (
    <Panel title={text.entered}>
      {entered ? (
        <>
          <dl className={page.factList}>
            {entered.general.map(({ criterion, points }) => (
              <Fact key={criterion} name={`${criterion}. ${nameOf.get(criterion) ?? ''}`}>
                {figure(points)}
              </Fact>
            ))}
          </dl>
          <p className={styles.said}>
            {text.evidence}: {entered.evidence.text}
          </p>
          <p className={page.soft}>{text.by(nameIn(posts, entered.by) ?? '–', instant(entered.at))}</p>
        </>
      ) : (
        <p className={page.soft}>{text.notEntered}</p>
      )}
    </Panel>
  );
}
