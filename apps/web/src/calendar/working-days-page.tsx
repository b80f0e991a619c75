import type { WorkingYear } from '#client';
import { calendarYearOptions } from '#client/queries';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useNow } from '../app/clock';
import { useMe } from '../app/me';
import { problemOf } from '../app/problem';
import { OfficeWays } from '../organisation/office-ways';
import { weeksOf } from '../plan/month';
import { words as planWords } from '../plan/words';
import { Empty, Panel } from '../ui/layout';
import { Notice } from '../ui/notice';
import page from '../ui/page.module.css';
import { day, figure, isoDay } from '../words/format';
import { useLanguage, useWords } from '../words/language';
import styles from './calendar.module.css';
import { words } from './words';

/** On which days does the office work; by which text? Every due instant is counted by it. */
export function WorkingDaysPage() {
  const text = useWords(words);
  const language = useLanguage();
  const today = isoDay(useNow());
  const keepsService = useMe().posts.some(({ roles }) => roles.includes('admin'));
  const search = useSearch({ from: '/organisation/calendar' });
  const year = search.year ?? Number(today.slice(0, 4));
  const { data, error } = useQuery({
    ...calendarYearOptions({ query: { year } }),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <header className={page.head}>
        <h1>{text.title(year)}</h1>
        <nav className={page.ways} aria-label={text.otherYears}>
          <Link to="/organisation/calendar" search={{ year: year - 1 }} activeProps={{}}>
            ← {year - 1}
          </Link>
          <Link to="/organisation/calendar" search={{ year: year + 1 }} activeProps={{}}>
            {year + 1} →
          </Link>
          {keepsService ? <Link to="/administration/calendar">{text.import}</Link> : null}
        </nav>
      </header>
      <OfficeWays />
      {error ? <Notice problem={problemOf(error, language)} /> : null}
      {data ? <Year of={data} today={today} /> : error ? null : <Empty>…</Empty>}
    </>
  );
}

function Year({ of, today }: { of: WorkingYear; today: string }) {
  const text = useWords(words);
  const { year, source, missing, awaited } = of;
  return (
    <>
      {missing.length > 0 ? <p className={styles.missing}>{text.missing(missing.join(', '))}</p> : null}
      {awaited.map(({ year: waits, occurrences }) => (
        <p key={waits} className={styles.missing}>
          {text.awaited(waits, figure(occurrences))}
        </p>
      ))}
      {source === null ? (
        <Panel>
          <Empty>{text.unknown(year)}</Empty>
        </Panel>
      ) : (
        <Known of={of} today={today} />
      )}
    </>
  );
}

function Known({ of, today }: { of: WorkingYear; today: string }) {
  const text = useWords(words);
  const { year, source, hours, daysOff, workedDaysOff, workingDays } = of;
  const months = Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, '0')}`);
  return (
    <>
      <Panel>
        <dl className={page.facts}>
          <div>
            <dt>{text.workingDays}</dt>
            <dd>{figure(workingDays)}</dd>
          </div>
          <div>
            <dt>{text.hours}</dt>
            <dd>{hours.map(({ from, to }) => `${from}–${to}`).join(', ')}</dd>
          </div>
          <div>
            <dt>{text.source}</dt>
            <dd>{source}</dd>
          </div>
        </dl>
      </Panel>
      <div className={styles.lists}>
        <Days title={text.daysOff} days={daysOff} none={text.noDaysOff} />
        <Days title={text.worked} days={workedDaysOff} none={text.noWorked} />
      </div>
      <Panel title={text.months}>
        <ul className={styles.key}>
          <li>
            <span data-is="off">1</span> {text.off}
          </li>
          <li>
            <span data-is="worked">1</span> {text.workedInstead}
          </li>
        </ul>
        <div className={styles.months}>
          {months.map((month, index) => (
            <Month key={month} month={month} number={index + 1} of={of} today={today} />
          ))}
        </div>
      </Panel>
    </>
  );
}

function Days({ title, days, none }: { title: string; days: readonly string[]; none: string }) {
  const { weekdays } = useWords(planWords);
  return (
    <Panel title={title}>
      {days.length === 0 ? <p className={page.soft}>{none}</p> : null}
      <ul className={styles.days}>
        {days.map((one) => (
          <li key={one}>
            <strong>{day(one)}</strong>{' '}
            <span className={page.soft}>
              {weekdays[(new Date(`${one}T00:00:00Z`).getUTCDay() + 6) % 7]?.long}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

interface MonthProps {
  month: string;
  number: number;
  of: WorkingYear;
  today: string;
}

function Month({ month, number, of: { daysOff, workedDaysOff }, today }: MonthProps) {
  const text = useWords(words);
  const { weekdays } = useWords(planWords);
  const kindOf = (on: string): 'off' | 'worked' | undefined =>
    daysOff.includes(on) ? 'off' : workedDaysOff.includes(on) ? 'worked' : undefined;
  return (
    <table className={styles.month}>
      <caption>{text.month(number)}</caption>
      <thead>
        <tr>
          {weekdays.map(({ short, long }) => (
            <th key={short} scope="col" abbr={long}>
              {short}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(month).map((week, index) => (
          <tr key={index}>
            {week.map((on, weekday) => {
              const kind = on === undefined ? undefined : kindOf(on);
              return (
                <td
                  key={weekday}
                  {...(kind ? { 'data-is': kind } : weekday > 4 ? { 'data-is': 'weekend' } : {})}
                  {...(on === today ? { 'aria-current': 'date' } : {})}
                >
                  {on === undefined ? null : Number(on.slice(8))}
                  {kind ? (
                    <span className="visually-hidden"> {kind === 'off' ? text.off : text.workedInstead}</span>
                  ) : null}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
