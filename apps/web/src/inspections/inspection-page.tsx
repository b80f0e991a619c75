import type { Inspection } from '#client';
import { inspectionActsOptions, inspectionOneOptions } from '#client/queries';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { problemOf } from '../app/problem';
import { nameIn, usePosts } from '../organisation/posts';
import { Official } from '../organisation/official';
import { useUnitName } from '../organisation/units';
import { Timeline } from '../trail/timeline';
import { Acts } from '../ui/acts';
import { Badge } from '../ui/badge';
import { Empty, Fact, Panel, Row } from '../ui/layout';
import { Notice } from '../ui/notice';
import page from '../ui/page.module.css';
import { day, instant } from '../words/format';
import { useLanguage, useWords } from '../words/language';
import { INSPECTION_ACTS } from './act-forms';
import { Findings } from './findings';
import styles from './inspections.module.css';
import { Requirements } from './requirements';
import { TONES } from './tones';
import { words } from './words';

/** What was found, what the unit says to it, what is to be remedied until when, and what was. */
export function InspectionPage() {
  const { id } = useParams({ from: '/inspections/$id' });
  const language = useLanguage();
  const text = useWords(words);
  const { data: inspection, error } = useQuery(inspectionOneOptions({ path: { id } }));
  const headers = { 'Accept-Language': language };
  const acts = useQuery(inspectionActsOptions({ path: { id }, headers })).data?.items ?? [];
  if (error) return <Notice problem={problemOf(error, language)} />;
  if (!inspection) return <Empty>…</Empty>;
  return (
    <>
      <Head inspection={inspection} />
      <div className={page.columns}>
        <div className={page.column}>
          {inspection.conclusion ? <Requirements inspection={inspection} acts={acts} /> : null}
          <Findings inspection={inspection} acts={acts} />
          <Record of={inspection} />
          <Opinion of={inspection} />
          <Conclusion of={inspection} />
          <Timeline subject={id} />
        </div>
        <div className={`${page.column} ${page.beside}`}>
          <Acts of={inspection} acts={acts} forms={INSPECTION_ACTS} names={text.act} />
          <Team of={inspection} />
        </div>
      </div>
    </>
  );
}

function Head({ inspection }: { inspection: Inspection }) {
  const text = useWords(words);
  const unitName = useUnitName();
  const { kind, status, unannounced, overdue, unitId, basis, from, to, about, year } = inspection;
  return (
    <header className={page.column}>
      <div className={page.crumb}>
        <Link to="/inspections" search={{ year }}>
          {text.ofYear(year)}
        </Link>
      </div>
      <h1>
        {text.kinds[kind]}: {unitName(unitId)}
      </h1>
      <Row>
        <Badge tone={TONES[status]}>{text.statuses[status]}</Badge>
        {unannounced ? <Badge>{text.unannounced}</Badge> : null}
        {overdue > 0 ? <Badge tone="late">{text.overdue(overdue)}</Badge> : null}
      </Row>
      <dl className={page.facts}>
        <Fact name={text.when}>{text.fromTo(day(from), day(to))}</Fact>
        <Fact name={text.basis}>{basis}</Fact>
        <Fact name={text.aboutLines}>{about.join('; ')}</Fact>
      </dl>
    </header>
  );
}

function Team({ of: { team, leaderPostId } }: { of: Inspection }) {
  const text = useWords(words);
  return (
    <Panel title={text.team}>
      <dl className={page.factList}>
        <Fact name={text.leader}>
          <InPost postId={leaderPostId} />
        </Fact>
        {team.length > 1 ? (
          <Fact name={text.members}>
            {team
              .filter((postId) => postId !== leaderPostId)
              .map((postId) => (
                <div key={postId}>
                  <InPost postId={postId} />
                </div>
              ))}
          </Fact>
        ) : null}
      </dl>
    </Panel>
  );
}

function InPost({ postId }: { postId: string }) {
  const post = usePosts().find((one) => one.postId === postId);
  return <Official personId={post?.holder?.personId ?? null} postId={postId} />;
}

function Record({ of: { record } }: { of: Inspection }) {
  const text = useWords(words);
  return (
    <Panel title={text.record}>
      {record ? (
        <>
          <p className={page.soft}>{text.recordedOn(day(record.day), record.place)}</p>
          <p className={styles.said}>{record.text}</p>
          <p className={page.soft}>
            {text.present}: {record.present.join('; ')}
          </p>
        </>
      ) : (
        <p className={page.soft}>{text.noRecord}</p>
      )}
    </Panel>
  );
}

function Opinion({ of: { opinion } }: { of: Inspection }) {
  const text = useWords(words);
  const posts = usePosts();
  return (
    <Panel title={text.opinion}>
      {opinion ? (
        <>
          <p>
            <Badge tone={opinion.agrees ? 'done' : 'soon'}>
              {opinion.agrees ? text.agrees : text.disagrees}
            </Badge>
          </p>
          <p className={styles.said}>{opinion.text}</p>
          <p className={page.soft}>
            {instant(opinion.at)} · {nameIn(posts, opinion.by) ?? '–'}
          </p>
        </>
      ) : (
        <p className={page.soft}>{text.noOpinion}</p>
      )}
    </Panel>
  );
}

function Conclusion({ of: { conclusion } }: { of: Inspection }) {
  const text = useWords(words);
  return (
    <Panel title={text.conclusion}>
      {conclusion ? (
        <>
          <p className={styles.said}>{conclusion.text}</p>
          {conclusion.unheard ? <p>{text.unheard(conclusion.unheard)}</p> : null}
          <p className={page.soft}>{instant(conclusion.at)}</p>
        </>
      ) : (
        <p className={page.soft}>{text.noConclusion}</p>
      )}
    </Panel>
  );
}
