import { inOffice } from '#kernel';
import { followedOffices } from '#projection';
import { openVault } from '../../runtime/src/index.js';
import { withRuntime } from './with-runtime.js';

/** Wraps every person's and file's key under the current master key, so that the old one can be thrown away. */
export async function rewrapVault(): Promise<void> {
  await withRuntime(async (runtime, settings) => {
    const { vault, files } = await openVault(runtime, settings);
    for (const office of await followedOffices(runtime.pool))
      await inOffice(office, async () => {
        for (;;) if ((await vault.rewrap(office)) === 0) break;
        for (;;) if ((await files.rewrap(office)) === 0) break;
        process.stdout.write(`${office}: khóa chủ mới đã áp dụng · under the new master key\n`);
      });
  });
}
