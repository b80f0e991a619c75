import { queries } from './queries';

/** What changed in the office, as the service tells it. */
interface Change {
  kind: string;
  subject: string;
}

const CHANNEL = 'minh-bach.changes';
/** Changes that come close together are answered by one look; lists may trail the log, so they are looked at again. */
const LOOKS_MS = [250, 2_000, 8_000] as const;

/** Which answers may have become others, by the kind of what changed: operations whose names begin so. */
const TOUCHED: Readonly<Record<string, readonly string[]>> = {
  task: ['task', 'plan', 'work', 'audit'],
  plan: ['plan', 'task', 'work', 'audit'],
  dossier: ['dossiers', 'reception', 'attaching', 'forms', 'work', 'audit'],
  feedback: ['feedback', 'work', 'audit'],
  office: ['organisation', 'session', 'work', 'audit'],
  catalogue: ['procedures', 'audit'],
};

const waiting = LOOKS_MS.map(() => new Set<string>());

function took({ kind }: Change): void {
  for (const [index, after] of LOOKS_MS.entries()) {
    const kinds = waiting[index];
    if (!kinds) continue;
    if (kinds.size === 0) setTimeout(() => look(kinds), after);
    kinds.add(kind);
  }
}

function look(kinds: Set<string>): void {
  const touched = [...kinds].flatMap((one) => TOUCHED[one] ?? [one, 'audit']);
  kinds.clear();
  void queries.invalidateQueries({
    predicate: ({ queryKey: [first] }) =>
      typeof first === 'object' &&
      first !== null &&
      '_id' in first &&
      touched.some((name) => String(first._id).startsWith(name)),
  });
}

/**
 * Follows what changes: one window of the browser holds the stream and tells the others, so that none counts against the
 * browser's limit of connections. Where windows can't agree (no HTTPS), each holds its own. Returns how to stop.
 */
export function followChanges(): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = ({ data }: MessageEvent<Change>) => took(data);
  const stopped = new AbortController();
  const hold = () =>
    new Promise<void>((resolve) => {
      const stream = new EventSource('/api/v1/changes');
      stream.addEventListener('change', ({ data }: MessageEvent<string>) => {
        const change = JSON.parse(data) as Change;
        took(change);
        channel.postMessage(change);
      });
      stream.addEventListener('reload', () => void queries.invalidateQueries());
      stream.addEventListener('signed-out', () => stream.close());
      stopped.signal.addEventListener('abort', () => {
        stream.close();
        resolve();
      });
    });
  if ('locks' in navigator)
    navigator.locks.request(CHANNEL, { signal: stopped.signal }, hold).catch(() => undefined);
  else void hold();
  return () => {
    stopped.abort();
    channel.close();
  };
}
