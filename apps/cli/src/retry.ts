import { inOffice } from '#kernel';
import { withRuntime } from './with-runtime.js';

/** Has failed work tried again at once, by the worker that runs: of all offices, or what the options name. */
export async function retryParked(
  subject: string | undefined,
  { office, worker }: { office?: string; worker?: string },
): Promise<void> {
  await withRuntime(async ({ parked }) => {
    const figures = await parked.figures();
    const offices = new Set(figures.map((figure) => figure.office));
    let count = 0;
    for (const one of office === undefined ? offices : [office])
      count += await inOffice(one, () => parked.retry(one, worker, subject));
    process.stdout.write(`${count} việc được thử lại · ${count} to be tried again.\n`);
  });
}
