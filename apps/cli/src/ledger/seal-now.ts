import { Sealer } from '#ledger';
import { ledgerKey, type Runtime, type Settings } from '../../../runtime/src/index.js';

/** Brings the ledger up to the log, as the worker does by itself while it runs. */
export async function sealNow(runtime: Runtime, settings: Settings): Promise<number> {
  const key = await ledgerKey(settings, runtime.office);
  return new Sealer(runtime.pool, () => key).seal(runtime.office);
}
