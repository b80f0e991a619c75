import { recompute } from '#planning';
import { withRuntime } from './with-runtime.js';

/** Computes open deadlines anew after a calendar was changed; each move is an event that names the reason. */
export async function recomputeDeadlines({ reason }: { reason: string }): Promise<void> {
  await withRuntime(async ({ pool, planning, office }) => {
    const { rows } = await pool.query<{ task_id: string }>(
      `select task_id from rm_task.task where office = $1 and state in ('assigned', 'in_progress')`,
      [office],
    );
    await planning.warmTasks(
      office,
      rows.map(({ task_id: id }) => id),
    );
    let moved = 0;
    for (const { task_id: id } of rows) moved += (await recompute(planning, office, id, reason)).written;
    process.stdout.write(`${moved} nhiệm vụ có hạn thay đổi · tasks whose deadlines moved\n`);
  });
}
