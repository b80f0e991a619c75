import { queries } from './queries';

/** What changed in the office, as the service tells it. */
interface Change {
  kind: string;
}

/** What the stream says to all windows: a change with its place in the log, or how far the lists have come. */
type Told = { kind: string; place: string } | { listedUpTo: string };

const CHANNEL = 'minh-bach.changes';
/** Changes that come close together are answered by one look. */
const LOOK_AFTER_MS = 250;

/** Which answers may have become others, by the kind of what changed: operations whose names begin so. */
const TOUCHED: Readonly<Record<string, readonly string[]>> = {
  task: ['task', 'plan', 'money', 'work', 'audit'],
  plan: ['plan', 'task', 'work', 'audit'],
  dossier: [
    'dossiers',
    'survey',
    'index',
    'serviceIndex',
    'forecast',
    'reception',
    'attaching',
    'forms',
    'work',
    'audit',
  ],
  feedback: ['feedback', 'serviceIndex', 'work', 'audit'],
  report: ['report', 'work', 'audit'],
  inspection: ['inspection', 'work', 'audit'],
  'inspection-programme': ['programme', 'inspection', 'audit'],
  'register-entry': ['registers', 'audit'],
  'oversight-note': ['oversight', 'work', 'audit'],
  'official-evaluation': ['evaluation', 'unitYear', 'work', 'audit'],
  'evaluation-year': ['evaluation', 'unitYear', 'handling', 'work', 'audit'],
  'product-catalogue': ['products', 'audit'],
  'scoring-sheet': ['scoring', 'audit'],
  'scoring-round': ['scoring', 'audit'],
  office: ['organisation', 'account', 'session', 'work', 'audit'],
  'second-factor': ['account', 'factorRemoval', 'audit'],
  catalogue: ['procedures', 'serviceIndex', 'audit'],
};

const waiting = new Set<string>();
/** Kinds that lists may not hold yet as they were told, by the place of the last change. */
const unlisted = new Map<string, string>();
/** This window or its stream has just begun: what is shown may be from before. */
let beganAnew = true;
/** Whoever signs out shows nothing any more that could be looked at again. */
let isOver = false;

/** Looks no more, from now on or until what it answers is called. */
export function endLooks(): () => void {
  isOver = true;
  return () => (isOver = false);
}

function took(told: Told): void {
  if (isOver) return;
  if ('listedUpTo' in told) return listed(told.listedUpTo);
  unlisted.set(told.kind, told.place);
  if (waiting.size === 0)
    setTimeout(() => {
      look(waiting);
      waiting.clear();
    }, LOOK_AFTER_MS);
  waiting.add(told.kind);
}

/** What a list trailed behind is looked at once more, now that it has followed. */
function listed(upTo: string): void {
  if (beganAnew) void queries.invalidateQueries({ predicate: ({ state }) => state.dataUpdatedAt > 0 });
  beganAnew = false;
  const followed = [...unlisted].filter(([, place]) => !isBehind(place, upTo)).map(([kind]) => kind);
  for (const kind of followed) {
    unlisted.delete(kind);
    waiting.delete(kind);
  }
  look(followed);
}

/** Whether one place of the log's commit order (`transaction-position`) comes behind another. */
function isBehind(one: string, other: string): boolean {
  const [transaction = 0n, position = 0n] = one.split('-').map(BigInt);
  const [otherTransaction = 0n, otherPosition = 0n] = other.split('-').map(BigInt);
  return transaction === otherTransaction ? position > otherPosition : transaction > otherTransaction;
}

function look(kinds: Iterable<string>): void {
  const touched = [...kinds].flatMap((one) => TOUCHED[one] ?? [one, 'audit']);
  if (isOver || touched.length === 0) return;
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
  channel.onmessage = ({ data }: MessageEvent<Told>) => took(data);
  const stopped = new AbortController();
  const hold = () =>
    new Promise<void>((resolve) => {
      const stream = new EventSource('/api/v1/changes');
      const tell = (told: Told) => {
        took(told);
        channel.postMessage(told);
      };
      stream.addEventListener('open', () => (beganAnew = true));
      stream.addEventListener('change', ({ data, lastEventId }: MessageEvent<string>) =>
        tell({ kind: (JSON.parse(data) as Change).kind, place: lastEventId }),
      );
      stream.addEventListener('listed', ({ data }: MessageEvent<string>) =>
        tell({ listedUpTo: (JSON.parse(data) as { upTo: string }).upTo }),
      );
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
