import { isDay } from '#kernel';
import { Sealer, newSignerKey, type SignerKey } from '#ledger';
import { planSubject } from '#planning';
import { WakeQueue } from '#queue';
import { pino } from 'pino';
import { DEMO_OFFICE, foundDemoOffice, migrate, openRuntime, type Runtime } from '../../runtime/src/index.js';
import { OfficeWorker } from '../../worker/src/office-worker.js';
import { loadActs } from './simulation/acts.js';
import { countDossiers, dossierYear } from './simulation/dossiers.js';
import { countYear, printTable } from './simulation/count-year.js';
import { HOUR_MS, play } from './simulation/play.js';
import { checkTrails, countMerger, merger, successorForm } from './simulation/merge.js';
import { onScratchDatabase } from './on-server.js';
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
    const run = async (databaseUrl: string) => {
      const began = performance.now();
      await migrate(databaseUrl);
      const runtime = await openRuntime({ databaseUrl, seedsDir });
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
    };
    await onScratchDatabase(serverUrl, 'simulation', run, { keep });
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
  script.push(...(await dossierYear(runtime, people, year, { count: dossiers })));
  if (merge !== undefined) script.push(merger(runtime, people, merge));
  script.sort((a, b) => a.at.getTime() - b.at.getTime());
  const end = new Date(`${year + 1}-01-01T00:00:00+07:00`);
  await play(runtime, worker, script, { end, quiet: json, together: dossiers === 0 ? 0 : HOUR_MS });
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
