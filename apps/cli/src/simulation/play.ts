import { nextWake } from '#deadline';
import { dayOf, inOffice } from '#kernel';
import { followedOffices } from '#projection';
import { SingleBar } from 'cli-progress';
import type { Runtime } from '../../../runtime/src/index.js';
import type { OfficeWorker } from '../../../worker/src/office-worker.js';
import type { ScriptedAct } from './acts.js';

export const HOUR_MS = 3_600_000;

interface Playing {
  /** When it is over. */
  end: Date;
  /** Shows no progress. */
  quiet: boolean;
  /** So much time (ms) is played at once. */
  together: number;
}

/** Goes from one instant at which something happens to the next, up to an end: a due step, or an official's act. */
export async function play(
  runtime: Runtime,
  worker: OfficeWorker,
  script: readonly ScriptedAct[],
  { end, quiet, together }: Playing,
): Promise<void> {
  const bar = new SingleBar({
    format: `${dayOf(end).slice(0, 4)} [{bar}] {percentage}% | {day}`,
    stream: process.stderr,
    noTTYOutput: !quiet,
    notTTYSchedule: 3_000,
  });
  const start = runtime.clock.now().getTime();
  if (!quiet) bar.start(end.getTime() - start, 0, { day: '' });
  for (let index = 0; ;) {
    const offices = await followedOffices(runtime.pool);
    const wakes = await Promise.all(
      offices.map((office) => inOffice(office, () => nextWake(runtime.pool, office))),
    );
    const wake = Math.min(...wakes.map((at) => at?.getTime() ?? Infinity));
    const first = script[index]?.at.getTime() ?? Infinity;
    const next = new Date(Math.min(wake, first, end.getTime()));
    if (next > runtime.clock.now()) await runtime.clock.moveTo(next);
    if (next >= end) break;
    // With many dossiers, what is done within the hour goes together, up to the next step that is known to fall due.
    const until = Math.max(next.getTime(), Math.min(wake, first + together));
    for (let due = script[index]; due && due.at.getTime() <= until; due = script[(index += 1)]) {
      if (due.at > runtime.clock.now()) await runtime.clock.moveTo(due.at);
      await due.run();
    }
    for (const office of await followedOffices(runtime.pool)) await worker.settle(office);
    bar.update(next.getTime() - start, { day: next.toISOString().slice(0, 10) });
  }
  for (const office of await followedOffices(runtime.pool)) await worker.settle(office);
  if (!quiet) bar.stop();
}
