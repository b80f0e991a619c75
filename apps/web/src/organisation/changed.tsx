import type { Organigram } from '#client';
import { organisationShowOptions } from '#client/queries';
import { useQuery } from '@tanstack/react-query';
import { Badge } from '../ui/badge';
import { Panel } from '../ui/layout';
import page from '../ui/page.module.css';
import { addDays, day } from '../words/format';
import { useWords } from '../words/language';
import { differencesBetween, type Difference } from './differences';
import { words } from './words';

/** What is otherwise in an office than the day before; all of it is new on its first day, and nothing is told. */
export function useDifferences({ day, changes, ...office }: Organigram): readonly Difference[] {
  const isAnother = changes.includes(day) && day !== changes[0];
  const { data: before } = useQuery({
    ...organisationShowOptions({ query: { on: addDays(day, -1) } }),
    enabled: isAnother,
  });
  return isAnother && before ? differencesBetween(before, office) : [];
}

/** In words what became another on the day that is looked at, what is not there any more with it. */
export function ChangedOn({ on, differences }: { on: string; differences: readonly Difference[] }) {
  const text = useWords(words);
  if (differences.length === 0) return null;
  return (
    <Panel title={text.changedOn(day(on))}>
      <ul className={page.list}>
        {differences.map(({ what, id, of, before, after }) => (
          <li key={`${what} ${id}`}>
            <strong>{text.differences[what]}</strong> · {of}
            {before === null && after === null ? null : (
              <div className={page.soft}>
                <del>{before ?? '–'}</del> → <ins>{after ?? '–'}</ins>
              </div>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** What became another of a unit or a post, beside it in the tree. */
export function Marks({ of, differences }: { of: string; differences: readonly Difference[] }) {
  const text = useWords(words);
  return differences
    .filter(({ id }) => id === of)
    .map(({ what }) => (
      <Badge key={what} tone="soon">
        {text.differences[what]}
      </Badge>
    ));
}
