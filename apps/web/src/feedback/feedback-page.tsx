import { feedbackWords, type Feedback } from '#client';
import { feedbackActsOptions, feedbackOneOptions } from '#client/queries';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useNow } from '../app/clock';
import { isOfficial, useMe } from '../app/me';
import { problemOf } from '../app/problem';
import { useUnitName } from '../organisation/units';
import { ForPurpose } from '../persons/for-purpose';
import { Timeline } from '../trail/timeline';
import { Acts } from '../ui/acts';
import { Badge } from '../ui/badge';
import { Empty, Panel, Row } from '../ui/layout';
import { Notice } from '../ui/notice';
import page from '../ui/page.module.css';
import { day, howFar, instant } from '../words/format';
import { useLanguage, useWords } from '../words/language';
import { FEEDBACK_ACTS } from './act-forms';
import { words } from './words';

/** What was written, who answers, by when, what was answered. */
export function FeedbackPage() {
  const { id } = useParams({ from: '/feedback/$id' });
  const language = useLanguage();
  const text = useWords(words);
  const { data: feedback, error } = useQuery(feedbackOneOptions({ path: { id } }));
  const acts = useQuery(feedbackActsOptions({ path: { id } })).data?.items ?? [];
  const seesPeople = isOfficial(useMe());
  if (error) return <Notice problem={problemOf(error, language)} />;
  if (!feedback) return <Empty>…</Empty>;
  return (
    <>
      <Head feedback={feedback} />
      <div className={page.columns}>
        <div className={page.column}>
          {seesPeople ? <Written key={id} id={id} /> : null}
          <Answer feedback={feedback} />
          <Timeline subject={id} />
        </div>
        <div className={`${page.column} ${page.beside}`}>
          <Acts of={feedback} acts={acts} forms={FEEDBACK_ACTS} names={text.act} />
        </div>
      </div>
    </>
  );
}

function Head({ feedback }: { feedback: Feedback }) {
  const text = useWords(words);
  const now = useNow();
  const unitName = useUnitName();
  const { status, title, kind, field, about, due, awaits, receivedAt, unitId } = feedback;
  const open = status === 'received' || status === 'assigned';
  return (
    <header className={page.column}>
      <div className={page.crumb}>
        <Link to="/feedback" search={{}}>
          {text.feedback}
        </Link>
      </div>
      <h1>{title ?? text.unclassified}</h1>
      <Row>
        <Badge tone={status === 'answered' || status === 'published' ? 'done' : 'plain'}>
          {text.statuses[status]}
        </Badge>
        {feedback.overdue ? <Badge tone="late">{text.late}</Badge> : null}
        {feedback.extended ? <Badge>{text.extended}</Badge> : null}
        {feedback.reopened ? <Badge tone="soon">{text.reopened}</Badge> : null}
      </Row>
      <dl className={page.facts}>
        <div>
          <dt>{text.due}</dt>
          <dd>
            {due ? instant(due) : awaits ? text.awaits(awaits) : '–'}
            {due && open ? <div className={page.soft}>{howFar(due, now)}</div> : null}
          </dd>
        </div>
        <div>
          <dt>{text.unit}</dt>
          <dd>{unitId ? unitName(unitId) : text.unassigned}</dd>
        </div>
        <div>
          <dt>{text.received}</dt>
          <dd>{receivedAt ? instant(receivedAt) : '–'}</dd>
        </div>
        {kind ? (
          <div>
            <dt>{text.kind}</dt>
            <dd>
              {text.kinds[kind]}
              {field ? <div className={page.soft}>{field}</div> : null}
            </dd>
          </div>
        ) : null}
        {about ? (
          <div>
            <dt>{text.about}</dt>
            <dd>{about}</dd>
          </div>
        ) : null}
        {feedback.of ? (
          <div>
            <dt>{text.takenOver}</dt>
            <dd>{feedback.of.name}</dd>
          </div>
        ) : null}
      </dl>
    </header>
  );
}

const SAID = ['feedback', 'objection', 'name', 'phone', 'email'] as const;

function Written({ id }: { id: string }) {
  const text = useWords(words);
  const read = async (purpose: string) =>
    (await feedbackWords({ path: { id }, query: { purpose }, throwOnError: true })).data;
  return (
    <ForPurpose title={text.said} see={text.see} purpose={text.purpose} read={read}>
      {(said) => (
        <dl className={page.list}>
          {SAID.filter((name) => said[name]).map((name) => (
            <div key={name}>
              <dt className={page.soft}>{text.saidOf[name]}</dt>
              <dd>{said[name]}</dd>
            </div>
          ))}
        </dl>
      )}
    </ForPurpose>
  );
}

function Answer({ feedback: { answer, answeredAt, question } }: { feedback: Feedback }) {
  const text = useWords(words);
  return (
    <Panel title={text.answer}>
      {answer ? (
        <>
          <p>{answer.text}</p>
          <p>
            <strong>{text.done}</strong>: {answer.done}{' '}
            <span className={page.soft}>{text.doneOn(day(answer.on))}</span>
          </p>
          {answeredAt ? <p className={page.soft}>{instant(answeredAt)}</p> : null}
        </>
      ) : (
        <p className={page.soft}>{text.noAnswer}</p>
      )}
      {question ? (
        <p>
          <strong>{text.published}</strong>: {question}
        </p>
      ) : null}
    </Panel>
  );
}
