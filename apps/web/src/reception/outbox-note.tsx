import { Link } from '@tanstack/react-router';
import { useWords } from '../words/language';
import { useOutbox } from './outbox';
import { words } from './words';

/** On every page: that something waits, and how many. */
export function OutboxNote() {
  const text = useWords(words);
  const waiting = useOutbox().filter(({ state }) => state !== 'received').length;
  return (
    <div role="status">{waiting === 0 ? null : <Link to="/reception">{text.outboxCount(waiting)}</Link>}</div>
  );
}
