import { Sealer } from '#ledger';
import { Deliveries } from '#outbox';
import { WakeQueue } from '#queue';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { createApi } from '../../apps/api/src/api.js';
import {
  DEMO_OFFICE,
  DEMO_START,
  foundDemoOffice,
  freePort,
  ledgerKeys,
  migrations,
  openRuntime,
  openVault,
  readSettings,
  SEEDS_DIR,
} from '../../apps/runtime/src/index.js';
import { openCarriers, openInbox } from '../../apps/worker/src/carriers.js';
import { OfficeWorker } from '../../apps/worker/src/office-worker.js';
import { client, PASSWORD, signIn } from './client.js';
import { freshDatabase } from './database.js';
import { SETTINGS, type RunningOffice } from './running-office.js';
import { eventually } from './stand-in.js';

/**
 * API and worker in this very process, with one cache between them, which the product never has: what it shows of
 * due steps, rights, messages and read models holds for nobody. For what can't be seen from outside alone.
 */
export type InProcessOffice = Pick<
  RunningOffice,
  'runtime' | 'database' | 'url' | 'as' | 'tokenOf' | 'settled' | 'moveTo' | 'close'
> & {
  /** Asks the province what was handed in there. */
  fetchSubmissions(): Promise<void>;
};

export async function inProcessOffice(
  given: Record<string, string> = {},
  /** Plans, calendars and procedures of its own. */
  seedsDir = SEEDS_DIR,
): Promise<InProcessOffice> {
  const database = await freshDatabase(migrations);
  const dataDir = await mkdtemp(join(tmpdir(), 'minh-bach-office-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const databaseUrl = database.url;
  const settings = readSettings({ ...SETTINGS, DATA_DIR: dataDir, PUBLIC_URL: url, ...given });
  const runtime = await openRuntime({ ...settings, seedsDir, databaseUrl });
  await runtime.clock.startAt(DEMO_START, false);
  await foundDemoOffice(runtime, seedsDir, PASSWORD);
  const queue = await WakeQueue.open({ databaseUrl });
  const parts = await openVault(runtime, settings);
  const inbox = openInbox(runtime, settings.province, parts);
  const worker = new OfficeWorker(runtime, queue, pino({ level: 'silent' }), {
    sealer: new Sealer(runtime.pool, ledgerKeys(settings)),
    deliveries: new Deliveries(runtime.outbox, await openCarriers(runtime, settings, parts), runtime.clock),
    province: settings.province,
    inbox,
  });
  await worker.start();
  await worker.settle(DEMO_OFFICE);
  const app = await createApi(runtime, queue, false, { ...settings, ...parts });
  await app.listen(port, '127.0.0.1');
  await eventually(async () => (await fetch(`${url}/readyz`)).ok);
  const tokens = new Map<string, Promise<string>>();
  const tokenOf = (username: string): Promise<string> => {
    const token = tokens.get(username) ?? signIn(url, username);
    tokens.set(username, token);
    return token;
  };
  return {
    runtime,
    database,
    url,
    tokenOf,
    as: async (username) => client(url, await tokenOf(username)),
    settled: () => worker.settle(DEMO_OFFICE),
    async moveTo(instant) {
      await runtime.clock.moveTo(new Date(instant));
      await worker.settle(DEMO_OFFICE);
    },
    async fetchSubmissions() {
      await inbox?.pull(DEMO_OFFICE);
    },
    async close() {
      await app.close();
      await worker.stop();
      await runtime.close();
      await database.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
