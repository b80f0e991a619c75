import { planReceived, type Plan } from '#client';
import { planActsOptions, planProgressOptions, planShowOptions } from '#client/queries';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useThisYear } from '../app/clock';
import { useMe } from '../app/me';
import { ofYear } from '../app/none-yet';
import { problemOf } from '../app/problem';
import { Circulation } from '../circulation/circulation';
import { PlanMoney } from '../money/plan-money';
import { Timeline } from '../trail/timeline';
import { Acts } from '../ui/acts';
import { Badge, type Tone } from '../ui/badge';
import { Empty } from '../ui/layout';
import { Notice } from '../ui/notice';
import page from '../ui/page.module.css';
import { day, figure } from '../words/format';
import { useLanguage, useWords } from '../words/language';
import { PLAN_ACTS } from './act-forms';
import { Board } from './board';
import { FoundLacking, NextYear } from './next-year';
import { When } from './when';
import { StillOpen } from './still-open';
import styles from './plan.module.css';
import { together } from './standing';
import { Targets } from './targets';
import { words } from './words';

/** Where is each area; what is late, what is silent, how far is it all? */
export function PlanPage() {
  const language = useLanguage();
  const text = useWords(words);
  const search = useSearch({ from: '/plan' });
  const thisYear = useThisYear();
  const year = search.year ?? thisYear;
  const { data, error } = useQuery(planShowOptions({ path: { year } }));
  const plan = ofYear(data);
  if (plan === null)
    return (
      <>
        <Head year={year} thisYear={thisYear} />
        <Empty>{text.noPlan(year)}</Empty>
        <ImportWay year={year} />
      </>
    );
  if (error) return <Notice problem={problemOf(error, language)} />;
  if (!plan) return <Empty>…</Empty>;
  return (
    <>
      <Head year={year} thisYear={thisYear} plan={plan} />
      <div className={styles.columns}>
        <div className={styles.column}>
          <Progress plan={plan} on={search.on} />
          <PlanMoney plan={plan} />
          <Targets targets={plan.targets} />
        </div>
        <div className={styles.column}>
          <StillOpen plan={plan} />
          <FoundLacking plan={plan} />
          <PlanActs plan={plan} />
          <Recipients plan={plan} />
          <NextYear plan={plan} />
          <Timeline subject={plan.id} />
        </div>
      </div>
    </>
  );
}

const TONES: Readonly<Record<Plan['status'], Tone>> = {
  none: 'plain',
  draft: 'plain',
  submitted: 'wait',
  approved: 'done',
  closed: 'plain',
};

function Head({ year, thisYear, plan }: { year: number; thisYear: number; plan?: Plan }) {
  const text = useWords(words);
  return (
    <header className={styles.head}>
      <div>
        <h1>{plan ? plan.title : text.planOf(year)}</h1>
        {plan ? (
          <p className={styles.soft}>
            <Badge tone={TONES[plan.status]}>{text.statuses[plan.status]}</Badge> {plan.issuer}
          </p>
        ) : null}
      </div>
      <div className={page.ways}>
        <Link to="/plan" search={year - 1 === thisYear ? {} : { year: year - 1 }}>
          ← {year - 1}
        </Link>
        <Link to="/plan" search={year + 1 === thisYear ? {} : { year: year + 1 }}>
          {year + 1} →
        </Link>
        <Link to="/plan/calendar" search={{}}>
          {text.calendar}
        </Link>
        <Link to="/reports" search={{ year }}>
          {text.reports}
        </Link>
        {plan && plan.status !== 'closed' ? <ImportWay year={year} /> : null}
      </div>
    </header>
  );
}

/** To its import, for whoever may. */
function ImportWay({ year }: { year: number }) {
  const text = useWords(words);
  const { acts } = useMe();
  if (!acts.includes('ImportPlan')) return null;
  return (
    <Link to="/plan/import" search={{ year }}>
      {text.importFile}
    </Link>
  );
}

/** To whom the plan was sent, who has it, who has read it. */
function Recipients({ plan: { status, year, sendings } }: { plan: Plan }) {
  const text = useWords(words);
  if (status !== 'approved' && status !== 'closed') return null;
  return (
    <Circulation
      sendings={sendings}
      none={text.notSent}
      act="RecordPlanReceipt"
      note={(body, key) =>
        planReceived({ path: { year }, headers: { 'Idempotency-Key': key }, throwOnError: true, body })
      }
    />
  );
}

function PlanActs({ plan }: { plan: Plan }) {
  const text = useWords(words);
  const headers = { 'Accept-Language': useLanguage() };
  const acts = useQuery(planActsOptions({ path: { year: plan.year }, headers })).data?.items ?? [];
  return <Acts of={plan} acts={acts} forms={PLAN_ACTS} names={text.act} />;
}

const FIGURES = ['late', 'silent', 'running', 'completed', 'tasks'] as const;

function Progress({ plan, on }: { plan: Plan; on: string | undefined }) {
  const text = useWords(words);
  const language = useLanguage();
  const { data, error, isPlaceholderData } = useQuery({
    ...planProgressOptions({ path: { year: plan.year }, query: on === undefined ? {} : { day: on } }),
    placeholderData: keepPreviousData,
  });
  const now = useQuery(planProgressOptions({ path: { year: plan.year }, query: {} })).data;
  if (error) return <Notice problem={problemOf(error, language)} />;
  if (!data) return <Empty>…</Empty>;
  const since = on === undefined || isPlaceholderData || !now ? undefined : together(now.items);
  const whole = together(data.items);
  return (
    <>
      {on === undefined || isPlaceholderData ? null : <p className={page.past}>{text.asOf(day(on))}</p>}
      <ul className={styles.counts}>
        {FIGURES.map((name) => (
          <li key={name} {...(whole[name] > 0 ? { 'data-tone': name } : {})}>
            <strong>{figure(whole[name])}</strong>
            <span>{text.figures[name]}</span>
            {since && since[name] !== whole[name] ? (
              <ins className={page.soft}>{text.nowIs(figure(since[name]))}</ins>
            ) : null}
          </li>
        ))}
        <li>
          <strong>{whole.percent}&nbsp;%</strong>
          <span>{text.figures.percent}</span>
          {since && since.percent !== whole.percent ? (
            <ins className={page.soft}>{text.nowIs(`${since.percent} %`)}</ins>
          ) : null}
        </li>
      </ul>
      <When year={plan.year} on={on} />
      <Board plan={plan} rows={data.items} />
    </>
  );
}
