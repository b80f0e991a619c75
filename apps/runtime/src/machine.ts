import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { uptime } from 'node:os';

/** Counts real time without regard to any clock that can be set. */
export interface Machine {
  /** This machine since it was started; another value after the next start. */
  boot: string;
  /** Milliseconds since then, sleep included. */
  uptimeMs(): number;
  /** Milliseconds, finer, but without the time asleep. */
  ticksMs(): number;
}

export const thisMachine: Machine = {
  boot: bootId(),
  uptimeMs: () => uptime() * 1_000,
  ticksMs: () => performance.now(),
};

function bootId(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return randomUUID(); // not on Linux: nothing is known of what was before this process
  }
}
