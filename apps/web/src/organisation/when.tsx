import type { Organigram } from '#client';
import { Link, useNavigate } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { useNow } from '../app/clock';
import { AsOf } from '../ui/as-of';
import { DaySlider } from '../ui/slider';
import { theseDays } from '../ui/stops';
import { day, isoDay } from '../words/format';
import { useWords } from '../words/language';
import { organisationSearch } from './organisation-search';
import styles from './organisation.module.css';
import { words } from './words';

/**
 * Looks at the office as it stood, or is known to stand, at the end of a day: slides through those on which it became
 * another, steps from one to the next, or goes to any.
 */
export function When({
  office: { day: shown, changes },
  on,
}: {
  office: Organigram;
  on: string | undefined;
}) {
  const text = useWords(words);
  const today = isoDay(useNow());
  const navigate = useNavigate({ from: '/organisation' });
  const look = useCallback(
    (next: string | undefined) =>
      void navigate({
        search: (now) => organisationSearch({ ...now, on: next === today ? undefined : next }),
        replace: true,
        resetScroll: false,
      }),
    [navigate, today],
  );
  const stops = useMemo(() => theseDays([...new Set([...changes, today])].sort()), [changes, today]);
  return (
    <>
      <DaySlider label={text.atEndOf} stops={stops} on={on ?? today} look={look} />
      <div className={styles.when}>
        <AsOf label={text.onDay} toNow={text.toNow} on={on} shown={on ?? shown} look={look} />
        <nav className={styles.changes} aria-label={text.changes}>
          <Step to={changes.findLast((one) => one < shown)} words={(to) => `← ${text.changed(to)}`} />
          <Step to={changes.find((one) => one > shown)} words={(to) => `${text.changing(to)} →`} />
        </nav>
      </div>
    </>
  );
}

function Step({ to, words: said }: { to: string | undefined; words: (day: string) => string }) {
  if (to === undefined) return null;
  return (
    <Link
      to="/organisation"
      search={(now) => organisationSearch({ ...now, on: to })}
      activeProps={{}}
      replace
      resetScroll={false}
    >
      {said(day(to))}
    </Link>
  );
}
