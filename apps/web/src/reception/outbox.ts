import type { Receipt, ReceiveAtDesk } from '#client';
import { useSyncExternalStore } from 'react';
import { AS_ANOTHER } from '../app/client';
import { isProblem, type Problem } from '../app/problem';
import { queries } from '../app/queries';
import { isLapsed } from '../app/session-state';
import type { ReceptionDraft } from './draft';
import { receive } from './receive';
import { drop, keep, kept, keptNames, listen, lockerVersion } from '../kept/locker';

/** A dossier that was taken while the line was down (hồ sơ chờ gửi): its number and its time begin when the server takes it. */
export interface Waiting {
  /** The act's name, made when the form was opened: sent again it is the same act. */
  key: string;
  body: ReceiveAtDesk;
  /** What was typed, to mend it where it is refused. */
  draft: ReceptionDraft;
  procedure: string;
  applicant: string;
  /** By this PC's clock, which nobody trusts. */
  takenAt: string;
  state: 'waiting' | 'refused' | 'received';
  problem?: Problem;
  receipt?: Receipt;
}

const KEY_REUSED = 'idempotency_key_reused';
const OUTBOX = 'outbox.';
const LOCK = 'minh-bach.outbox';
const ANSWER_WITHIN_MS = 30_000;
const PAUSES_MS = [3_000, 6_000, 12_000, 30_000, 60_000] as const;

const nameOf = ({ key, takenAt }: Pick<Waiting, 'key' | 'takenAt'>): string => `${OUTBOX}${takenAt}.${key}`;
const all = (): Waiting[] => keptNames(OUTBOX).flatMap((name) => (kept(name) as Waiting | undefined) ?? []);

let known: { version: number; all: readonly Waiting[] } = { version: -1, all: [] };
function current(): readonly Waiting[] {
  if (known.version !== lockerVersion()) known = { version: lockerVersion(), all: all() };
  return known.all;
}

/** All that was taken offline and not put away yet, the oldest first, in whichever window it was taken. */
export const useOutbox = (): readonly Waiting[] => useSyncExternalStore(listen, current);

export function putInOutbox(waiting: Waiting): void {
  keep(nameOf(waiting), waiting);
  void sendOutbox();
}

export const takeOutOfOutbox = (waiting: Waiting): void => drop(nameOf(waiting));

/** Sends what waits, in its order; of several windows one does. What can't be sent now stays as it is. */
export async function sendOutbox(): Promise<void> {
  if (!all().some(({ state }) => state === 'waiting') || isLapsed()) return;
  if ('locks' in navigator)
    await navigator.locks.request(LOCK, { ifAvailable: true }, (lock) => (lock ? sendAll() : undefined));
  else await sendAll();
}

async function sendAll(): Promise<void> {
  for (const one of all()) if (one.state === 'waiting' && !(await sent(one))) return;
}

/** Whether it was taken or refused; not, where nobody can say now. */
async function sent(one: Waiting): Promise<boolean> {
  const again = (body: ReceiveAtDesk) => receive(body, one.key, AbortSignal.timeout(ANSWER_WITHIN_MS));
  try {
    const receipt = await again({ ...one.body, takenOfflineAt: one.takenAt }).catch((error: unknown) => {
      // It had arrived before the line went down: told as it was told then, it gets its first answer.
      if (isProblem(error) && error.code === KEY_REUSED) return again(one.body);
      throw error;
    });
    keep(nameOf(one), { ...one, state: 'received', receipt } satisfies Waiting);
    void queries.invalidateQueries();
    return true;
  } catch (error) {
    if (!isProblem(error) || !isFinal(error)) return false;
    keep(nameOf(one), { ...one, state: 'refused', problem: error } satisfies Waiting);
    return true;
  }
}

/** A refusal of what was asked; not that nobody is signed in, that somebody else is, or that it is too much just now. */
const isFinal = ({ status, code }: Problem): boolean =>
  status >= 400 && status < 500 && ![401, 429].includes(status) && code !== AS_ANOTHER;

/** Sends as long as somebody is signed in: when the line is back, and with growing pauses. Returns how to stop. */
export function keepSending(): () => void {
  let tries = 0;
  let timer: ReturnType<typeof setTimeout>;
  const again = () => {
    clearTimeout(timer);
    void sendOutbox().finally(() => {
      const waits = all().some(({ state }) => state === 'waiting');
      tries = waits ? tries + 1 : 0;
      timer = setTimeout(again, PAUSES_MS[Math.min(tries, PAUSES_MS.length - 1)]);
    });
  };
  const back = () => {
    tries = 0;
    again();
  };
  addEventListener('online', back);
  again();
  return () => {
    removeEventListener('online', back);
    clearTimeout(timer);
  };
}
