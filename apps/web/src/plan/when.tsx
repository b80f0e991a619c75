import { useNavigate } from '@tanstack/react-router';
import { AsOf } from '../ui/as-of';
import { useWords } from '../words/language';
import { planSearch } from './plan-search';
import { words } from './words';

/** Looks at the plan as it stood at the end of a day. */
export function When({ on }: { on: string | undefined }) {
  const text = useWords(words);
  const navigate = useNavigate({ from: '/plan' });
  const look = (next: string | undefined) =>
    void navigate({ search: (now) => planSearch({ ...now, on: next }), replace: true });
  return <AsOf label={text.onDay} toNow={text.toNow} on={on} look={look} />;
}
