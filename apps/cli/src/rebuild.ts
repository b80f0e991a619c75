import { rebuild } from '#projection';
import { SingleBar } from 'cli-progress';
import { projections } from '../../runtime/src/index.js';
import { withRuntime } from './with-runtime.js';

/** Rebuilds one read model or all, with a progress bar; the service may run meanwhile. */
export async function rebuildReadModels(
  model: string | undefined,
  { all }: { all?: boolean },
): Promise<void> {
  const chosen = all ? projections : projections.filter(({ name }) => name === model);
  if (chosen.length === 0)
    throw new Error(
      `No such read model. There are: ${projections.map(({ name }) => name).join(', ')}; or --all.`,
    );
  await withRuntime(async ({ pool, projector }) => {
    const { rows } = await pool.query<{ n: string }>('select count(*) as n from event');
    for (const projection of chosen) {
      const bar = new SingleBar({
        format: `${projection.name} [{bar}] {percentage}% | {value}/{total}`,
        noTTYOutput: true,
        notTTYSchedule: 5_000,
      });
      bar.start(Number(rows[0]?.n ?? 0), 0);
      await rebuild(pool, projector, projection, (applied) => bar.increment(applied));
      bar.stop();
    }
  });
}
