import {
  accountPageOptions,
  calendarYearOptions,
  organisationShowOptions,
  planShowOptions,
  proceduresInForceOptions,
} from '#client/queries';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useThisYear } from '../../app/clock';
import { ofYear } from '../../app/none-yet';
import { problemOf } from '../../app/problem';
import { Badge } from '../../ui/badge';
import { Empty } from '../../ui/layout';
import { Notice } from '../../ui/notice';
import page from '../../ui/page.module.css';
import { figure } from '../../words/format';
import { useLanguage, useWords } from '../../words/language';
import { AdministrationWays } from '../administration-ways';
import styles from './start.module.css';
import { stepsOf, type Known, type Step, type StepName } from './steps';
import { words } from './words';

const MOST_ACCOUNTS = 200;

/** What does a new office still lack before its plan runs, and where is it done? */
export function StartPage() {
  const text = useWords(words);
  const language = useLanguage();
  const year = useThisYear();
  const { known, error } = useKnown(year);
  const steps = stepsOf(known);
  const done = steps.filter((step) => step.done).length;
  const next = steps.find((step) => !step.done)?.name;
  return (
    <>
      <header className={page.head}>
        <div>
          <h1>{text.title}</h1>
          <p className={page.soft}>{text.what}</p>
        </div>
        <p role="status">{text.count(done, steps.length)}</p>
      </header>
      <AdministrationWays />
      {error ? <Notice problem={problemOf(error, language)} /> : null}
      {steps.length === 0 && !error ? <Empty>…</Empty> : null}
      <ol className={styles.steps}>
        {steps.map((step, index) => (
          <StepSeen key={step.name} step={step} number={index + 1} isNext={step.name === next} year={year} />
        ))}
      </ol>
    </>
  );
}

/** All that the steps go by; the first of what went wrong. */
function useKnown(year: number): { known: Known; error: unknown } {
  const organisation = useQuery(organisationShowOptions());
  const accounts = useQuery(accountPageOptions({ query: { limit: MOST_ACCOUNTS } }));
  const calendar = useQuery(calendarYearOptions({ query: { year } }));
  const procedures = useQuery(proceduresInForceOptions());
  const plan = useQuery(planShowOptions({ path: { year } }));
  return {
    known: {
      organisation: organisation.data,
      accounts: accounts.data?.items,
      calendar: calendar.data,
      procedures: procedures.data?.items,
      plan: ofYear(plan.data),
    },
    error: [organisation, accounts, calendar, procedures, plan].find(({ error }) => error)?.error ?? null,
  };
}

const WAYS: Readonly<
  Record<
    StepName,
    | '/organisation'
    | '/administration'
    | '/organisation/calendar'
    | '/organisation/procedures'
    | '/plan/import'
    | '/plan'
  >
> = {
  organisation: '/organisation',
  accounts: '/administration',
  calendar: '/organisation/calendar',
  procedures: '/organisation/procedures',
  plan: '/plan/import',
  running: '/plan',
};

function StepSeen({
  step: { name, done, figures },
  number,
  isNext,
  year,
}: {
  step: Step;
  number: number;
  isNext: boolean;
  year: number;
}) {
  const text = useWords(words);
  const said = text.step[name];
  return (
    <li className={styles.step} {...(isNext ? { 'aria-current': 'step' } : {})}>
      <span className={styles.number} aria-hidden="true">
        {done ? '✓' : number}
      </span>
      <div>
        <h2>{said.title}</h2>
        <p className={page.soft}>{said.what}</p>
        <p className={styles.standing}>
          <Badge tone={done ? 'done' : isNext ? 'soon' : 'plain'}>
            {done ? text.done : isNext ? text.next : text.open}
          </Badge>
          {said.standing(...figures.map((one) => (one === year ? String(one) : figure(one))))}
        </p>
      </div>
      <Link
        to={WAYS[name]}
        search={name === 'plan' || name === 'running' ? { year } : {}}
        className={styles.way}
      >
        {said.way}
      </Link>
    </li>
  );
}
