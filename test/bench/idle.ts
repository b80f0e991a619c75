import { unreadOffices } from '#projection';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  forkWorker,
  foundDemoOffice,
  foundOffice,
  demoForm,
  openRuntime,
  type Runtime,
} from '../../apps/runtime/src/index.js';
import { round, withClient, withPostgres } from './support.js';

const seedsDir = join(import.meta.dirname, '../../../seeds');
const TICKS_PER_SECOND = 100;

/** What founded offices cost in which nothing happens: cores of the worker and of PostgreSQL, beside one office's. */
export const benchIdle = (offices: number, seconds = 30) =>
  withPostgres(async (databaseUrl) => {
    const runtime = await openRuntime({ databaseUrl, seedsDir });
    // A year whose calendar is known, and the next one's is not asked for yet: nothing is to be done by itself.
    await runtime.clock.startAt(new Date('2025-05-01T08:00:00+07:00'), true);
    await foundDemoOffice(runtime, seedsDir, undefined);
    const server = await serverOf(databaseUrl);
    const one = await idleCores(runtime, server, seconds);
    const began = performance.now();
    await foundMany(runtime, offices - 1);
    const founded = round((performance.now() - began) / 1_000);
    const all = await idleCores(runtime, server, seconds);
    await runtime.close();
    return { offices, foundedInSeconds: founded, oneOffice: one, allOffices: all };
  });

async function foundMany(runtime: Runtime, count: number): Promise<void> {
  for (let n = 0; n < count; n += 8)
    await Promise.all(
      Array.from({ length: Math.min(8, count - n) }, (_, i) =>
        foundOffice(runtime, { ...demoForm, office: `xa-${n + i + 1}`, name: `Xã ${n + i + 1}` }),
      ),
    );
}

/** Cores used once all is read and sealed. */
async function idleCores(runtime: Runtime, server: number, seconds: number) {
  const worker = forkWorker(runtime.databaseUrl);
  await once(worker, 'message');
  const began = performance.now();
  await Promise.race([quiet(runtime), endOf(worker)]);
  const settledInSeconds = round((performance.now() - began) / 1_000);
  const before = [await cpuSeconds(worker.pid ?? 0), await cpuSeconds(server)];
  await sleep(seconds * 1_000);
  const after = [await cpuSeconds(worker.pid ?? 0), await cpuSeconds(server)];
  const [inWorker, inPostgres] = after.map((all, i) => round((all - (before[i] ?? 0)) / seconds));
  const megabytes = Math.round(await residentMegabytes(worker.pid ?? 0));
  worker.kill('SIGTERM');
  await once(worker, 'exit');
  return { worker: inWorker, postgres: inPostgres, workerMegabytes: megabytes, settledInSeconds };
}

/** A worker that ends by itself ends the measurement: nothing would ever be read. */
async function endOf(worker: ChildProcess): Promise<never> {
  const [code, signal] = (await once(worker, 'exit')) as [number | null, string | null];
  throw new Error(`The worker ended (${code ?? signal}).`);
}

/** Until nothing is unread in any office, twice. */
async function quiet(runtime: Runtime): Promise<void> {
  for (let looks = 0; looks < 2;) {
    const unread = await unreadOffices(runtime.pool, '', 10_000);
    if (process.stderr.isTTY) process.stderr.write(`  ${unread.length} offices are still being read  \r`);
    looks = unread.length === 0 ? looks + 1 : 0;
    await sleep(2_000);
  }
}

/** The server's first process, which all others are children of. */
const serverOf = (databaseUrl: string): Promise<number> =>
  withClient(databaseUrl, async (client) => {
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
    return (await statOf(rows[0]?.pid ?? 0)).parent;
  });

/** Processor time of a process and all below it, those that ended included. */
async function cpuSeconds(pid: number): Promise<number> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  const stats = new Map(await Promise.all(pids.map(async (one) => [one, await statOf(one)] as const)));
  const below = (one: number): boolean =>
    one === pid || (stats.has(one) && below(stats.get(one)?.parent ?? 0));
  let ticks = 0;
  for (const [one, stat] of stats) if (below(one)) ticks += stat.own + stat.ended;
  return ticks / TICKS_PER_SECOND;
}

async function statOf(pid: number) {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  const fields = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
  const ticks = (from: number) => (fields[from] ?? 0) + (fields[from + 1] ?? 0);
  return { parent: fields[1] ?? 0, own: ticks(11), ended: ticks(13) };
}

async function residentMegabytes(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0) / 1_024;
}
