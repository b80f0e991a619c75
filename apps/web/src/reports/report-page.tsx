import type { Report } from '#client';
import { reportActsOptions, reportOneOptions } from '#client/queries';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useNow } from '../app/clock';
import { problemOf } from '../app/problem';
import { Official } from '../organisation/official';
import { Timeline } from '../trail/timeline';
import { Acts } from '../ui/acts';
import { Empty, Fact } from '../ui/layout';
import { Notice } from '../ui/notice';
import page from '../ui/page.module.css';
import { day, howFar, instant } from '../words/format';
import { useLanguage, useWords } from '../words/language';
import { REPORT_ACTS } from './act-forms';
import { actWords } from './act-words';
import { Downloads } from './downloads';
import { HandedIn } from './handed-in';
import styles from './reports.module.css';
import { Opened, Recipients } from './recipients';
import { Section } from './section';
import { Standing } from './standing';
import { useTitle } from './titles';
import { words } from './words';

/** What does it say, on which figures, who may do what with it next? */
export function ReportPage() {
  const { id } = useParams({ from: '/reports/$id' });
  const language = useLanguage();
  const { act: names } = useWords(actWords);
  const { data: report, error } = useQuery(reportOneOptions({ path: { id } }));
  const headers = { 'Accept-Language': language };
  const acts = useQuery(reportActsOptions({ path: { id }, headers })).data?.items ?? [];
  const mayWrite = acts.some(({ act, may }) => act === 'WriteReportSection' && may);
  if (error) return <Notice problem={problemOf(error, language)} />;
  if (!report) return <Empty>…</Empty>;
  return (
    <>
      {acts.some(({ act, may }) => act === 'ReadReport' && may) ? <Opened key={id} id={id} /> : null}
      <Head report={report} />
      <div className={page.columns}>
        <div className={page.column}>
          <CutOff report={report} />
          {report.outline.map((section) => (
            <Section key={section.key} report={report} section={section} mayWrite={mayWrite} />
          ))}
          <Timeline subject={id} />
        </div>
        <div className={`${page.column} ${page.beside}`}>
          <Acts of={report} acts={acts} forms={REPORT_ACTS} names={names} />
          <Recipients report={report} />
          <HandedIn report={report} />
          <Downloads report={report} />
        </div>
      </div>
    </>
  );
}

function Head({ report }: { report: Report }) {
  const text = useWords(words);
  const now = useNow();
  const title = useTitle();
  const { period, receiver, due, awaitsCalendar, status, postId, of, sent, source, year } = report;
  return (
    <header className={page.column}>
      <div className={page.crumb}>
        <Link to="/reports" search={{ year }}>
          {text.reports}
        </Link>
      </div>
      <h1>{title(report)}</h1>
      <Standing of={report} />
      {of ? <p className={page.past}>{text.takenOver(of.name)}</p> : null}
      {report.sentBack && report.returned ? (
        <p className={styles.returned}>{text.returnedWhy(report.returned)}</p>
      ) : null}
      <dl className={page.facts}>
        <Fact name={text.due}>
          {due ? instant(due) : awaitsCalendar ? text.awaits(awaitsCalendar) : '–'}
          {due && status === 'draft' ? <div className={page.soft}>{howFar(due, now)}</div> : null}
        </Fact>
        <Fact name={text.period}>{text.periodOf(day(period.from), day(period.to))}</Fact>
        <Fact name={text.receiver}>{receiver}</Fact>
        <Fact name={text.answers}>{postId ? <Official personId={null} postId={postId} /> : text.nobody}</Fact>
        {sent ? (
          <Fact name={text.sentAs}>
            {text.sentOn(`${String(sent.number).padStart(2, '0')}/${sent.symbol}`, day(sent.day))}
          </Fact>
        ) : null}
      </dl>
      <p className={page.soft}>
        {text.source}: {source}
      </p>
    </header>
  );
}

/** Up to when the figures count, and whether that may still change. */
function CutOff({ report: { cutOff, period, status } }: { report: Report }) {
  const text = useWords(words);
  const at = instant(cutOff.instant);
  const isOpen = status === 'draft' || status === 'none';
  const said = isOpen
    ? cutOff.provisional
      ? text.soFarProvisional(at, day(period.to))
      : text.soFar(at)
    : cutOff.provisional
      ? text.frozenProvisional(at)
      : text.frozen(at);
  return (
    <p className={styles.cutOff} {...(cutOff.provisional ? { 'data-provisional': true } : {})}>
      {said}
    </p>
  );
}
