import type { Account } from '#client';
import { Badge } from '../ui/badge';
import { useWords } from '../words/language';
import { words } from './words';

const PASSWORD_TONES = { first: 'wait', none: 'soon' } as const;
const FACTOR_TONES = { on: 'done', 'to-enrol': 'soon' } as const;

/** What an account is proved with, marked where that is more or less than a password of one's own; that it has ended before all else. */
export function Standing({ account: { endedAt, password, secondFactor } }: { account: Account }) {
  const text = useWords(words);
  if (endedAt) return <Badge tone="late">{text.ended}</Badge>;
  return (
    <>
      {password === 'own' ? (
        text.passwords.own
      ) : (
        <Badge tone={PASSWORD_TONES[password]}>{text.passwords[password]}</Badge>
      )}{' '}
      {secondFactor === 'off' ? null : (
        <Badge tone={FACTOR_TONES[secondFactor]}>{text.factors[secondFactor]}</Badge>
      )}
    </>
  );
}
