import { inOffice } from '#kernel';
import { allHeads, exportLedger } from '#ledger';
import { followedOffices } from '#projection';
import { SingleBar } from 'cli-progress';
import { join } from 'node:path';
import { withRuntime } from '../with-runtime.js';
import { sealNow } from './seal-now.js';

/** Exports each office's ledger into a folder of its own. */
export async function exportLedgers(folder: string): Promise<void> {
  await withRuntime(async (runtime, settings) => {
    for (const office of await followedOffices(runtime.pool)) await sealNow(runtime, settings, office);
    for (const { office, size, key } of await allHeads(runtime.pool)) {
      if (size === 0) continue;
      const bar = new SingleBar({
        format: `${office} [{bar}] {value}/{total}`,
        stream: process.stderr,
        noTTYOutput: true,
        notTTYSchedule: 5_000,
      });
      bar.start(size, 0);
      const exported = await inOffice(office, () =>
        exportLedger(runtime.ledger, office, join(folder, office), (n) => bar.update(n)),
      );
      bar.stop();
      process.stdout.write(
        `${office}: ${exported} mục · entries → ${join(folder, office)}\n  khóa công khai · public key: ${key}\n`,
      );
    }
  });
}
