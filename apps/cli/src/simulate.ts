import { nextWake } from '#deadline';
import { inOffice, isDay, newId } from '#kernel';
import { Sealer, newSignerKey, type SignerKey } from '#ledger';
import { planSubject } from '#planning';
import { followedOffices } from '#projection';
import { WakeQueue } from '#queue';
import { SingleBar } from 'cli-progress';
import { pino } from 'pino';
import { DEMO_OFFICE, foundDemoOffice, migrate, openRuntime, type Runtime } from '../../runtime/src/index.js';
import { OfficeWorker } from '../../worker/src/office-worker.js';
import { loadActs, type ScriptedAct } from './simulation/acts.js';
import { countDossiers, dossierYear } from './simulation/dossiers.js';
import { countYear, printTable } from './simulation/count-year.js';
import { checkTrails, countMerger, merger, successorForm } from './simulation/merge.js';
import { onServer } from './on-server.js';
import { withDatabase } from './with-runtime.js';

interface SimulateOptions {
  year: string;
  acts: string;
  json?: boolean;
  keep?: boolean;
  merge?: string;
  dossiers?: string;
}

/** Runs a plan's year through the same commands, workers and database as real life, in a database of its own. */
export async function simulate({ year, acts, json, keep, merge, dossiers }: SimulateOptions): Promise<void> {
  if (merge !== undefined && !isDay(merge))
    throw new Error(`--merge "${merge}" is not a day such as 2025-07-01.`);
  if (dossiers !== undefined && !/^\d{1,6}$/.test(dossiers))
    throw new Error(`--dossiers "${dossiers}" is not a number.`);
  if (year !== '2025') throw new Error(`There is no plan for ${year} in the seeds; there is one for 2025.`);
  await withDatabase(async (serverUrl, { seedsDir }) => {
    const name = `simulation_${newId().replaceAll('-', '')}`;
    const url = new URL(serverUrl);
    url.pathname = `/${name}`;
    await onServer(serverUrl, `create database ${name}`);
    const began = performance.now();
    try {
      await migrate(url.href);
      const runtime = await openRuntime({ databaseUrl: url.href, seedsDir });
      await runYear(runtime, {
        year: Number(year),
        acts,
        merge,
        dossiers: Number(dossiers ?? 0),
        seedsDir,
        json: json ?? false,
        began,
      });
      await runtime.close();
    } finally {
      if (keep) process.stderr.write(`Giữ lại · kept: database ${name}\n`);
      else await onServer(serverUrl, `drop database ${name} with (force)`);
    }
  });
}

interface Run {
  year: number;
  acts: string;
  merge: string | undefined;
  dossiers: number;
  seedsDir: string;
  json: boolean;
  began: number;
}

async function runYear(
  runtime: Runtime,
  { year, acts, merge, dossiers, seedsDir, json, began }: Run,
): Promise<void> {
  await runtime.clock.startAt(new Date(`${year}-01-02T08:00:00+07:00`), false);
  const people = await foundDemoOffice(runtime, seedsDir, undefined);
  const queue = await WakeQueue.open({ databaseUrl: runtime.databaseUrl });
  const keys = new Map<string, SignerKey>();
  const keyOf = (office: string) => {
    const key = keys.get(office) ?? newSignerKey(`simulation.minh-bach.localhost/ledger/${office}`);
    keys.set(office, key);
    return key;
  };
  const sealer = new Sealer(runtime.pool, keyOf);
  const worker = new OfficeWorker(
    runtime,
    queue,
    pino({ level: 'silent' }),
    merge === undefined ? {} : { sealer },
  );
  await worker.start();
  await worker.settle(DEMO_OFFICE);
  const script = await loadActs(runtime, people, planSubject(DEMO_OFFICE, year), acts);
  script.push(...(await dossierYear(runtime, people, year, dossiers)));
  if (merge !== undefined) script.push(merger(runtime, people, merge));
  script.sort((a, b) => a.at.getTime() - b.at.getTime());
  await playYear(runtime, worker, script, year, json, dossiers === 0 ? 0 : HOUR_MS);
  const offices = merge === undefined ? [DEMO_OFFICE] : [DEMO_OFFICE, successorForm.office];
  const summary = await countYear(runtime, year, offices, (performance.now() - began) / 1_000);
  const merged =
    merge === undefined
      ? {}
      : { merger: { ...(await countMerger(runtime)), trails: await checkTrails(runtime, worker, keyOf) } };
  const desk = dossiers === 0 ? {} : { dossiers: await countDossiers(runtime, year) };
  await worker.stop();
  if (json) process.stdout.write(`${JSON.stringify({ ...summary, ...merged, ...desk })}\n`);
  else printTable({ ...summary, ...merged, ...desk });
}

const HOUR_MS = 3_600_000;

/** Goes from one instant at which something happens to the next: a due step, or an official's act. */
async function playYear(
  runtime: Runtime,
  worker: OfficeWorker,
  script: ScriptedAct[],
  year: number,
  quiet: boolean,
  together: number,
): Promise<void> {
  const end = new Date(`${year + 1}-01-01T00:00:00+07:00`);
  const bar = new SingleBar({
    format: `${year} [{bar}] {percentage}% | {day}`,
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
