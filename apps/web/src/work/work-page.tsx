import type { Waiting } from '#client';
import { workListOptions } from '#client/queries';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useNow } from '../app/clock';
import { useMe } from '../app/me';
import { problemOf } from '../app/problem';
import { PAGE_OF, hasPage } from '../app/subject-pages';
import { Badge } from '../ui/badge';
import { Empty } from '../ui/layout';
import { Notice } from '../ui/notice';
import { day, figure, howFar, time } from '../words/format';
import { useLanguage, useWords } from '../words/language';
import { GROUPS, groupOf, type Group } from './groups';
import { words } from './words';
import styles from './work.module.css';

/** What must I do next, and how long is left? */
export function WorkPage() {
  const text = useWords(words);
  const language = useLanguage();
  const me = useMe();
  const now = useNow();
  const { data, error } = useQuery(workListOptions());
  if (error) return <Notice problem={problemOf(error, language)} />;
  if (!data) return <Empty>…</Empty>;
  const { items, counts } = data;
  const groups = GROUPS.map((name) => ({ name, of: items.filter((one) => groupOf(one, now) === name) }));
  return (
    <>
      <header className={styles.head}>
        <h1>{text.title}</h1>
        <p>
          {text.hello(me.name)} · {day(now)}
        </p>
      </header>
      <ul className={styles.counts}>
        {(['late', 'today', 'decide', 'take'] as const).map((name) => (
          <li key={name} {...(name === 'late' && counts.late > 0 ? { 'data-late': true } : {})}>
            <strong>{figure(counts[name])}</strong>
            <span>{text[name]}</span>
          </li>
        ))}
      </ul>
      {items.length === 0 ? <Empty>{text.nothing}</Empty> : null}
      {groups
        .filter(({ of }) => of.length > 0)
        .map(({ name, of }) => (
          <section key={name} className={styles.group} aria-labelledby={`group-${name}`}>
            <h2 id={`group-${name}`}>{text[titleOf[name]]}</h2>
            <ul className={styles.items}>
              {of.map((one) => (
                <li key={`${one.subject} ${one.need}`}>
                  <Item one={one} now={now} />
                </li>
              ))}
            </ul>
          </section>
        ))}
    </>
  );
}

const titleOf = {
  late: 'lateTitle',
  decide: 'decideTitle',
  today: 'todayTitle',
  week: 'weekTitle',
  later: 'laterTitle',
  open: 'openTitle',
} as const satisfies Record<Group, string>;

function Item({ one, now }: { one: Waiting; now: Date }) {
  const text = useWords(words);
  const kind = Object.entries(text.kinds).find(([name]) => name === one.kind)?.[1] ?? one.kind;
  const shown = (
    <>
      <span className={styles.kind}>
        {kind} {one.number}
      </span>
      <span className={styles.what}>
        <span className={styles.title}>{one.title ?? text.unnamed}</span>
        {one.part ? <span className={styles.part}> · {one.part}</span> : null}
      </span>
      <span className={styles.due}>
        {one.need === 'do' ? null : <Badge tone="wait">{text.needs[one.need]}</Badge>}{' '}
        {one.due ? (
          <>
            <Badge tone={one.late ? 'late' : groupOf(one, now) === 'today' ? 'soon' : 'plain'}>
              {howFar(one.due, now)}
            </Badge>
            <time dateTime={one.due}>
              {time(one.due)} {day(one.due)}
            </time>
          </>
        ) : null}
      </span>
    </>
  );
  return hasPage(one.kind) ? (
    <Link to={PAGE_OF[one.kind]} params={{ id: one.subject }} className={styles.item}>
      {shown}
    </Link>
  ) : (
    <div className={styles.item}>{shown}</div>
  );
}
