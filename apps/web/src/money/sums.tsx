import type { MoneySums } from '#client';
import { Badge } from '../ui/badge';
import { Fact } from '../ui/layout';
import page from '../ui/page.module.css';
import { dong } from '../words/format';
import { useWords } from '../words/language';
import { words } from './words';

/** How much of what was given is spent, in per cent; nothing where nothing was given. */
export const spentShare = ({ allocated, spent }: Pick<MoneySums, 'allocated' | 'spent'>): number | null =>
  allocated === 0 ? null : Math.round((spent / allocated) * 1000) / 10;

/** What was given, what was spent, what is left. */
export function Sums({ of: { allocated, allowed, spent } }: { of: MoneySums }) {
  const text = useWords(words);
  return (
    <dl className={page.facts}>
      <Fact name={text.allocated}>{dong(allocated)}</Fact>
      {allowed > 0 ? <Fact name={text.allowed}>{dong(allowed)}</Fact> : null}
      <Fact name={text.spent}>{dong(spent)}</Fact>
      <Fact name={text.balance}>
        {spent > allocated ? (
          <Badge tone="late">
            {text.over}: {dong(spent - allocated)}
          </Badge>
        ) : (
          dong(allocated - spent)
        )}
      </Fact>
    </dl>
  );
}
