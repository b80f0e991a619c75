import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useNow } from '../app/clock';
import { AsOf } from '../ui/as-of';
import { DaySlider } from '../ui/slider';
import { everyDay } from '../ui/stops';
import { isoDay } from '../words/format';
import { useWords } from '../words/language';
import { planSearch } from './plan-search';
import { words } from './words';

/** Slides through the days of a plan's year, as far as it has come: the plan as it stood at the end of each. */
export function When({ year, on }: { year: number; on: string | undefined }) {
  const text = useWords(words);
  const today = isoDay(useNow());
  const [first, end] = [`${year}-01-01`, `${year}-12-31`];
  const last = today < end ? today : end;
  const navigate = useNavigate({ from: '/plan' });
  const look = useCallback(
    (next: string | undefined) =>
      void navigate({
        search: (now) => planSearch({ ...now, on: next === undefined || next >= today ? undefined : next }),
        replace: true,
        resetScroll: false,
      }),
    [navigate, today],
  );
  return (
    <>
      <DaySlider label={text.atEndOf} stops={everyDay(first, last)} on={on ?? last} look={look} />
      <AsOf label={text.onDay} toNow={text.toNow} on={on} look={look} />
    </>
  );
}
