import { scoringActsOptions, scoringRoundOptions } from '#client/queries';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { problemOf } from '../app/problem';
import { useUnitName } from '../organisation/units';
import { Timeline } from '../trail/timeline';
import { Acts } from '../ui/acts';
import { Badge } from '../ui/badge';
import { Empty, Fact, Panel, Row } from '../ui/layout';
import { Notice } from '../ui/notice';
import page from '../ui/page.module.css';
import { day, figure } from '../words/format';
import { useLanguage, useWords } from '../words/language';
import { Criterion } from './criterion';
import styles from './evaluation.module.css';
import { ROUND_ACTS } from './round-acts';
import { roundWords } from './round-words';

/** A round: which criteria have which points and why, at which stage it is, what may be done next. */
export function RoundPage() {
  const { id } = useParams({ from: '/evaluation/rounds/$id' });
  const language = useLanguage();
  const text = useWords(roundWords);
  const unitName = useUnitName();
  const { data: round, error } = useQuery({ ...scoringRoundOptions({ path: { id } }), retry: false });
  const headers = { 'Accept-Language': language };
  const acts = useQuery(scoringActsOptions({ path: { id }, headers })).data?.items ?? [];
  if (error) return <Notice problem={problemOf(error, language)} />;
  if (!round) return <Empty>…</Empty>;
  const { name, unitId, from, to, stage, scored, criteria, index, unlocked, closedBy, edition } = round;
  return (
    <>
      <header className={page.column}>
        <div className={page.crumb}>
          <Link to="/evaluation/rounds">{text.rounds}</Link>
        </div>
        <h1>
          {name}: {unitId === null ? text.wholeOffice : unitName(unitId)}
        </h1>
        <Row>
          <Badge tone={stage === 'final' ? 'done' : 'plain'}>{text.stages[stage]}</Badge>
          {unlocked ? <span>{text.unlocked(unlocked)}</span> : null}
          {closedBy ? <span>{text.closedBy(closedBy)}</span> : null}
        </Row>
        <dl className={page.facts}>
          <Fact name={text.when}>{text.fromTo(day(from), day(to))}</Fact>
          <Fact name={text.sheet}>{text.edition(edition)}</Fact>
          <Fact name={text.scored}>{text.progress(scored, criteria)}</Fact>
          <Fact name={stage === 'final' ? text.index : text.indexSoFar}>{figure(index)}</Fact>
        </dl>
      </header>
      <div className={page.columns}>
        <div className={page.column}>
          {round.areas.map((area) => (
            <Panel key={area.code} title={`${area.code}. ${area.name} (${text.most(figure(area.most))})`}>
              <ol className={styles.parts}>
                {area.criteria.map((criterion) => (
                  <Criterion key={criterion.code} round={round} criterion={criterion} acts={acts} />
                ))}
              </ol>
            </Panel>
          ))}
          <Timeline subject={id} />
        </div>
        <div className={`${page.column} ${page.beside}`}>
          <Acts of={round} acts={acts} forms={ROUND_ACTS} names={text.act} />
        </div>
      </div>
    </>
  );
}
