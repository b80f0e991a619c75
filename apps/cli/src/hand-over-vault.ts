import { inOffice } from '#kernel';
import { openVault } from '../../runtime/src/index.js';
import { withRuntime } from './with-runtime.js';

/**
 * Gives the successor of an ended office the data of the people who came along (R28): read there for that purpose, and
 * written here under keys of their own. Run again, it goes on where it was.
 */
export async function handOverVault(from: string, to: string): Promise<void> {
  await withRuntime(async (runtime, settings) => {
    const { vault } = await openVault(runtime, settings);
    const { succession } = await runtime.organisation.current(from);
    if (succession?.successor !== to) throw new Error(`${from} has not been handed over to ${to}.`);
    const people = await inOffice(from, () => vault.everyone(from));
    const missing = await inOffice(to, () => vault.notYetIn(to, people));
    for (const personId of missing) {
      const reader = { reader: 'worker:vault', purpose: succession.document, at: runtime.clock.now() };
      const { facts } = await inOffice(from, () => vault.exportOf(from, personId, reader));
      await inOffice(to, () => vault.put(to, personId, facts));
    }
    process.stdout.write(`${missing.length} người · people: ${from} → ${to}\n`);
  });
}
