import { useSyncExternalStore } from 'react';
import { isoDay } from '../words/format';

const TICK_MS = 15_000;

/** The office's own time, which is not the browser's: a PC's clock may be wrong, a demonstration's stands in another year. */
let ahead = 0;
let shown = new Date();
const listeners = new Set<() => void>();

function tick(): void {
  shown = new Date(performance.now() + ahead);
  for (const tell of listeners) tell();
}

/** Goes by what the service says it is now. */
export function hearTime(now: string): void {
  ahead = new Date(now).getTime() - performance.now();
  tick();
}

const subscribe = (tell: () => void): (() => void) => {
  listeners.add(tell);
  const timer = setInterval(tick, TICK_MS);
  return () => {
    listeners.delete(tell);
    clearInterval(timer);
  };
};

/** The office's time, anew every few seconds. */
export const useNow = (): Date => useSyncExternalStore(subscribe, () => shown);

/** The year that it is in the office. */
export const useThisYear = (): number => Number(isoDay(useNow()).slice(0, 4));
