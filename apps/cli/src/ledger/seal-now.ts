import { Sealer } from '#ledger';
import { ledgerKey, type Runtime, type Settings } from '../../../runtime/src/index.js';

/** Brings the ledger up to the log, as the worker does by itself while it runs. */
export function sealNow(runtime: Runtime, settings: Settings, office = runtime.office): Promise<number> {
  return new Sealer(runtime.pool, (of) => ledgerKey(settings, of)).sealAll(office);
}
