import pg from 'pg';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate, startPostgres } from '../../apps/runtime/src/index.js';

/** A PostgreSQL for one measurement, durable as in production; gone afterwards. */
export async function withPostgres<T>(work: (url: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'minh-bach-bench-'));
  const own = await startPostgres(folder);
  try {
    await migrate(own.url);
    return await work(own.url);
  } finally {
    await own.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Runs `act` from `clients` loops for some seconds; gives the rate and the 99th percentile of latency. */
export async function hammer(
  clients: number,
  seconds: number,
  act: (client: number, n: number) => Promise<unknown>,
) {
  const latencies: number[] = [];
  const end = performance.now() + seconds * 1_000;
  const began = performance.now();
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      for (let n = 0; performance.now() < end; n += 1) {
        const before = performance.now();
        await act(client, n);
        latencies.push(performance.now() - before);
      }
    }),
  );
  return {
    perSecond: Math.round(latencies.length / ((performance.now() - began) / 1_000)),
    p99Ms: percentile(latencies, 99),
  };
}

export function percentile(values: number[], p: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return round(sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * p) / 100))] ?? 0);
}

export const round = (n: number): number => Math.round(n * 100) / 100;

export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Proportional memory (PSS) of a process and all its descendants, in megabytes. */
export async function megabytesOf(pid: number): Promise<number> {
  const all = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const parents = new Map<number, number>();
  for (const name of all) {
    const stat = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '');
    parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]));
  }
  const own = (candidate: number): boolean =>
    candidate === pid || (parents.has(candidate) && own(parents.get(candidate) ?? 0));
  let kilobytes = 0;
  for (const candidate of parents.keys()) {
    if (!own(candidate)) continue;
    const rollup = await readFile(`/proc/${candidate}/smaps_rollup`, 'utf8').catch(() => '');
    kilobytes += Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0);
  }
  return Math.round(kilobytes / 1_024);
}

/** The most memory a process has held since it began. */
export async function peakMegabytes(pid = 0): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Math.round(Number(/^VmHWM:\s+(\d+)/m.exec(status)?.[1] ?? 0) / 1_024);
}
