import { Dossiers, recomputeDossier } from '#dossiers';
import { allStreams, type Appended } from '#event-store';
import { newId } from '#kernel';
import { Planning, recompute } from '#planning';
import type { Runtime } from '../../runtime/src/index.js';
import { withRuntime } from './with-runtime.js';

const AT_ONCE = 1_000;

/** Computes open deadlines anew after a calendar was changed; each move is an event that names the reason. */
export async function recomputeDeadlines({ reason }: { reason: string }): Promise<void> {
  const run = newId();
  await withRuntime(async (runtime) => {
    const { get, commands, office } = runtime;
    const [planning, dossiers] = [get(Planning), get(Dossiers)];
    await runtime.calendars.bring(true);
    const tasks = await moved(runtime, 'task', async (ids) => {
      await planning.warmTasks(office, ids);
      return Promise.all(ids.map((id) => recompute(commands, office, id, reason, run)));
    });
    process.stdout.write(`${tasks} nhiệm vụ có hạn thay đổi · tasks whose deadlines moved\n`);
    const dossiersMoved = await moved(runtime, 'dossier', async (ids) => {
      await dossiers.warm(office, ids);
      return Promise.all(ids.map((id) => recomputeDossier(commands, office, id, reason, run)));
    });
    process.stdout.write(`${dossiersMoved} hồ sơ có hạn thay đổi · dossiers whose deadlines moved\n`);
  });
}

/** How many events came of all streams of a kind that the log knows: a read model may lack some, or lag behind. */
async function moved(
  { aggregates, office }: Runtime,
  kind: 'task' | 'dossier',
  computeAnew: (ids: string[]) => Promise<Appended[]>,
): Promise<number> {
  let total = 0;
  for await (const ids of allStreams(aggregates, office, kind, AT_ONCE))
    total += (await computeAnew(ids)).reduce((sum, { written }) => sum + written, 0);
  return total;
}
