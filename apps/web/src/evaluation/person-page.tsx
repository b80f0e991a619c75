import type { Evaluation } from '#client';
import { evaluationActsOptions, evaluationOneOptions } from '#client/queries';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { problemOf } from '../app/problem';
import { Official } from '../organisation/official';
import { useUnitName } from '../organisation/units';
import { Timeline } from '../trail/timeline';
import { Acts } from '../ui/acts';
import { Badge } from '../ui/badge';
import { Empty, Fact, Panel, Row } from '../ui/layout';
import { Notice } from '../ui/notice';
import page from '../ui/page.module.css';
import { day, figure } from '../words/format';
import { useLanguage, useWords } from '../words/language';
import styles from './evaluation.module.css';
import { GradeOf } from './grade-of';
import { PERSON_ACTS } from './person-acts';
import { Periods } from './periods';
import { OfficialsTraining } from './training';
import { words } from './words';

/** What somebody was assigned in a year, how each period was scored and why, what is proposed and was decided. */
export function PersonPage() {
  const { id } = useParams({ from: '/evaluation/people/$id' });
  const language = useLanguage();
  const text = useWords(words);
  const { data: evaluation, error } = useQuery({ ...evaluationOneOptions({ path: { id } }), retry: false });
  const headers = { 'Accept-Language': language };
  const acts = useQuery(evaluationActsOptions({ path: { id }, headers })).data?.items ?? [];
  if (error) return <Notice problem={problemOf(error, language)} />;
  if (!evaluation) return <Empty>…</Empty>;
  return (
    <>
      <Head evaluation={evaluation} />
      <div className={page.columns}>
        <div className={page.column}>
          <Periods evaluation={evaluation} acts={acts} />
          {evaluation.assessment ? (
            <Panel title={text.assessment}>
              <p className={styles.said}>{evaluation.assessment.text}</p>
            </Panel>
          ) : null}
          <Timeline subject={id} />
        </div>
        <div className={`${page.column} ${page.beside}`}>
          <GradeOf evaluation={evaluation} />
          <OfficialsTraining evaluationId={id} />
          {evaluation.decided ? null : (
            <Acts of={evaluation} acts={acts} forms={PERSON_ACTS} names={text.act} />
          )}
        </div>
      </div>
    </>
  );
}

function Head({ evaluation }: { evaluation: Evaluation }) {
  const text = useWords(words);
  const language = useLanguage();
  const unitName = useUnitName();
  const { year, personId, postId, unitId, of, regime, quarters, halves, handedOn, discipline } = evaluation;
  return (
    <header className={page.column}>
      <div className={page.crumb}>
        <Link to="/evaluation" search={{ year }}>
          {text.ofYear(year)}
        </Link>
      </div>
      <h1>
        <Official personId={personId} postId={postId} />
      </h1>
      {of || handedOn || discipline ? (
        <Row>
          {of ? <Badge>{text.takenOver(of.name)}</Badge> : null}
          {handedOn && !of ? (
            <Badge>{text.handedOn(handedOn.toOffice, handedOn.documentNumber)}</Badge>
          ) : null}
          {discipline ? <Badge tone="late">{text.discipline(discipline.documentNumber)}</Badge> : null}
        </Row>
      ) : null}
      <dl className={page.facts}>
        <Fact name={text.unitField}>{unitName(unitId)}</Fact>
        <Fact name={text.regime}>{regime.name[language]}</Fact>
        {regime.scored ? (
          <>
            <Fact name={text.quarters}>{quarters.map(said).join(' · ')}</Fact>
            <Fact name={text.halves}>{halves.map(said).join(' · ')}</Fact>
          </>
        ) : null}
        {discipline ? <Fact name={text.documentDate}>{day(discipline.documentDate)}</Fact> : null}
      </dl>
    </header>
  );
}

const said = (score: number | null): string => (score === null ? '–' : figure(score));
