import { Dossiers, recomputeDossier } from '#dossiers';
import { newId } from '#kernel';
import { Planning, recompute } from '#planning';
import { withRuntime } from './with-runtime.js';

const AT_ONCE = 1_000;

/** Computes open deadlines anew after a calendar was changed; each move is an event that names the reason. */
export async function recomputeDeadlines({ reason }: { reason: string }): Promise<void> {
  const run = newId();
  await withRuntime(async ({ pool, get, commands, office }) => {
    const planning = get(Planning);
    const dossiers = get(Dossiers);
    const { rows } = await pool.query<{ task_id: string }>(
      `select task_id from rm_task.task where office = $1 and state in ('assigned', 'in_progress')`,
      [office],
    );
    await planning.warmTasks(
      office,
      rows.map(({ task_id: id }) => id),
    );
    let moved = 0;
    for (const { task_id: id } of rows) moved += (await recompute(commands, office, id, reason, run)).written;
    process.stdout.write(`${moved} nhiệm vụ có hạn thay đổi · tasks whose deadlines moved\n`);
    let movedDossiers = 0;
    for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
      const page = await pool.query<{ id: string }>(
        `select dossier_id as id from rm_dossier.dossier
         where office = $1 and status = 'in_progress' and dossier_id > $2 order by dossier_id limit ${AT_ONCE}`,
        [office, after],
      );
      const ids = page.rows.map(({ id }) => id);
      const last = ids.at(-1);
      if (last === undefined) break;
      await dossiers.warm(office, ids);
      const done = await Promise.all(ids.map((id) => recomputeDossier(commands, office, id, reason, run)));
      movedDossiers += done.reduce((sum, { written }) => sum + written, 0);
      after = last;
    }
    process.stdout.write(`${movedDossiers} hồ sơ có hạn thay đổi · dossiers whose deadlines moved\n`);
  });
}
