import type { Change, LogPosition } from '#event-store';
import type { Follower, Listed } from './follower.js';

/** So long (ms) without a word, and a word is said, so that nobody on the way takes the line for dead. */
const BREATH_MS = 15_000;
/** How long (ms) a browser waits before it comes again. */
const AGAIN_MS = 2_000;

interface Following {
  follower: Pick<Follower, 'next'>;
  reached: LogPosition;
}

/** A stream of changes as server-sent events (WHATWG HTML, 9.2), until whoever asked for it is not signed in any more. */
export async function* stream(
  { follower, reached }: Following,
  isOpen: () => Promise<boolean>,
  breathMs = BREATH_MS,
): AsyncGenerator<string> {
  yield `retry: ${AGAIN_MS}\n${event('open', reached)}`;
  let lookedAt = performance.now();
  for (;;) {
    // However much is told meanwhile, the session is looked at when its time comes.
    const told = await follower.next(Math.max(0, lookedAt + breathMs - performance.now()));
    if (told === 'over') return;
    if (performance.now() - lookedAt >= breathMs) {
      lookedAt = performance.now();
      if (!(await isOpen())) {
        yield 'event: signed-out\ndata: {}\n\n';
        return;
      }
    }
    if (told === 'missed') {
      yield 'event: reload\ndata: {}\nid\n\n'; // and comes again from then on
      return;
    }
    yield told.length === 0 ? ':\n\n' : told.map(wordsOf).join('');
  }
}

/** That lists have followed has no id of its own: who comes again goes on behind the last change. */
const wordsOf = (told: Change | Listed): string =>
  'listedUpTo' in told
    ? `event: listed\ndata: ${JSON.stringify({ upTo: idOf(told.listedUpTo) })}\n\n`
    : event('change', told, dataOf(told));

const dataOf = ({ kind, subject, version, position }: Change) => ({ kind, subject, version, position });

const idOf = ({ transactionId, position }: LogPosition): string => `${transactionId}-${position}`;

const event = (type: string, place: LogPosition, data: object = {}): string =>
  `event: ${type}\nid: ${idOf(place)}\ndata: ${JSON.stringify(data)}\n\n`;
