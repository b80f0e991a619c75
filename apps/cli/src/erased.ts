import { inOffice } from '#kernel';
import { followedOffices } from '#projection';
import { openVault } from '../../runtime/src/index.js';
import { withRuntime } from './with-runtime.js';

/** Lists the people whose keys were destroyed, by their opaque ids: to be kept outside the backups, for `restore`. */
export async function listErased(): Promise<void> {
  await withRuntime(async (runtime, settings) => {
    const { vault } = await openVault(runtime, settings);
    for (const office of await followedOffices(runtime.pool))
      for (const { personId, at } of await inOffice(office, () => vault.erased(office)))
        process.stdout.write(`${office} ${personId} ${at.toISOString()}\n`);
  });
}
