import { LOG_KEY, signerKey, type SignerKey } from '#ledger';
import type { Vault } from '#vault';
import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import {
  DEMO_OFFICE,
  DEMO_START,
  freePort,
  ledgerKey,
  migrate,
  openRuntime,
  openVault,
  readSettings,
  type Runtime,
} from '../../apps/runtime/src/index.js';
import { client, PASSWORD, signIn, type Client } from './client.js';
import { copiedDatabase, type TestDatabase } from './database.js';
import { ServiceProcess } from './service-process.js';
import { undone } from './undone.js';

export { client, PASSWORD, type Client } from './client.js';

const PATIENCE_MS = 100_000;
const GLANCE_MS = 25;

const SEAL_KEY = signerKey(`test.example.com/ledger/${DEMO_OFFICE}`, LOG_KEY, Buffer.alloc(32, 7));

/** What every office of the tests is set to; the founding and what runs on its copy need the same keys. */
export const SETTINGS = {
  DEMO_PASSWORD: PASSWORD,
  LEDGER_KEY: SEAL_KEY.secret,
  LEDGER_ORIGIN: 'test.example.com/ledger',
  VAULT_KEY: Buffer.alloc(32, 7).toString('base64'),
  WEBHOOKS_WITHIN: 'allow',
  LOG_LEVEL: 'warn',
  // Many of them start in a run of the tests: what one compiled the next need not.
  NODE_COMPILE_CACHE: join(process.cwd(), 'dist/.compiled'),
};

/**
 * The demonstration office as `npm start` runs it: the API in one process, the worker in another, more of each if
 * wanted, on a database of its own. Its clock stands where the test puts it.
 */
export interface RunningOffice {
  database: TestDatabase;
  /** Where the API of `npm start` listens. */
  url: string;
  /** All APIs, that one first. */
  urls: string[];
  processes: readonly ServiceProcess[];
  /** A runtime of the test's own process, to look at things with: what is tested is done by the service. */
  runtime: Runtime;
  vault: Vault;
  /** Somebody of the office, at the first API or another. */
  as(username: string, at?: number): Promise<Client>;
  tokenOf(username: string): Promise<string>;
  /** The key that seals the demonstration office's ledger. */
  ledgerKey: SignerKey;
  keyOf(office: string): Promise<SignerKey>;
  /** All that the service's processes wrote. */
  output(): string;
  /** Starts one more worker; its connections to the database may have a name of their own, itself settings of its own. */
  startWorker(connections?: string, own?: Record<string, string>): ServiceProcess;
  /** Moves the clock, and waits until all is done that this brings about. */
  moveTo(instant: string): Promise<void>;
  /** Waits until readers have seen the whole log and nothing is due. */
  settled(): Promise<void>;
  /** Waits until all there is is sealed as well. */
  seal(): Promise<void>;
  close(): Promise<void>;
}

export interface OfficeOptions {
  /** May lead the service's connections to the database over another address. */
  through?: (url: string) => string;
  /** The product's settings, once it is known where the service is reached. */
  env?: Record<string, string> | ((url: string) => Promise<Record<string, string>>);
  /** APIs and workers beside those of `npm start`. */
  apis?: number;
  workers?: number;
}

export async function runningOffice({
  through = (url) => url,
  env: given = {},
  apis = 0,
  workers = 0,
}: OfficeOptions = {}): Promise<RunningOffice> {
  const dataDir = await mkdtemp(join(tmpdir(), 'minh-bach-office-'));
  const ports = await Promise.all(Array.from({ length: 1 + apis }, freePort));
  const urls = ports.map((port) => `http://127.0.0.1:${port}`);
  const [url = ''] = urls;
  const own = typeof given === 'function' ? await given(url) : given;
  const { SEEDS_DIR } = own;
  const database = await copiedDatabase(`founded_office${nameOf(SEEDS_DIR)}`, (at) =>
    foundOnce(at, SEEDS_DIR),
  );
  const owner = database.owner();
  const env = {
    ...SETTINGS,
    DATABASE_URL: through(database.url),
    DATA_DIR: dataDir,
    PUBLIC_URL: url,
    ...own,
  };
  const settings = readSettings(env);
  const processes: ServiceProcess[] = [];
  const start = (script: string, port = '0', ...args: string[]) => {
    const one = new ServiceProcess(script, args, { ...env, PORT: port });
    processes.push(one);
    return one;
  };
  const output = () => processes.map((one) => one.output).join('\n');
  const wait = (left: () => Promise<string[]>) => patiently(left, processes, output);
  const stopAll = async () => {
    await Promise.all(processes.map((one) => one.stop()));
    await database.close();
    await rm(dataDir, { recursive: true, force: true });
  };
  let runtime: Runtime;
  try {
    start('cli/src/main.js', String(ports[0]), 'start');
    await wait(() => notReady(url));
    for (const port of ports.slice(1)) start('api/src/main.js', String(port));
    for (let i = 0; i < workers; i += 1) start('worker/src/main.js');
    await wait(async () => [...(await Promise.all(urls.map(notReady))).flat(), ...(await undone(owner))]);
    runtime = await openRuntime({ databaseUrl: env.DATABASE_URL, seedsDir: settings.seedsDir });
  } catch (error) {
    await stopAll();
    throw error;
  }
  const tokens = new Map<string, Promise<string>>();
  const tokenOf = (username: string): Promise<string> => {
    const token = tokens.get(username) ?? signIn(url, username);
    tokens.set(username, token);
    return token;
  };
  const settled = () => wait(() => undone(owner));
  return {
    database,
    url,
    urls,
    processes,
    runtime,
    vault: (await openVault(runtime, settings)).vault,
    tokenOf,
    as: async (username, at = 0) => client(urls[at] ?? url, await tokenOf(username)),
    ledgerKey: SEAL_KEY,
    keyOf: (office) => ledgerKey(settings, office),
    output,
    startWorker(connections = 'minh-bach', own = {}) {
      const url = new URL(env.DATABASE_URL);
      url.searchParams.set('application_name', connections);
      const one = new ServiceProcess('worker/src/main.js', [], { ...env, DATABASE_URL: url.href, ...own });
      processes.push(one);
      return one;
    },
    async moveTo(instant) {
      const admin = client(url, await tokenOf('admin'));
      const { status, body } = await admin.post('/api/v1/demo/clock', { to: instant });
      if (status === 422) throw new Error(`the clock does not go to ${instant}: ${JSON.stringify(body)}`);
      // Where the door is shut, as to an administrator without a second factor, the same is done without it.
      if (status !== 200) await runtime.clock.moveTo(new Date(instant));
      await runtime.clock.refresh();
      await wait(async () => (await Promise.all(urls.map((one) => behindClock(one, instant)))).flat());
      await settled();
    },
    settled,
    seal: () => wait(() => undone(owner, { sealed: true })),
    async close() {
      await runtime.close();
      await stopAll();
    },
  };
}

/** What tells databases founded from seeds of their own apart. */
const nameOf = (seedsDir: string | undefined): string =>
  seedsDir === undefined ? '' : `_${createHash('sha256').update(seedsDir).digest('hex').slice(0, 12)}`;

/** The office as the product itself founds it on an empty database, and leaves it: its trail read and sealed. */
async function foundOnce(databaseUrl: string, seedsDir?: string): Promise<void> {
  await migrate(databaseUrl);
  const owner = new pg.Pool({ connectionString: databaseUrl, max: 2 });
  await owner.query('insert into simulated_clock values ($1, $2, clock_timestamp(), false)', [
    DEMO_OFFICE,
    DEMO_START,
  ]);
  const port = await freePort();
  const dataDir = await mkdtemp(join(tmpdir(), 'minh-bach-office-'));
  const env: Record<string, string> = {
    ...SETTINGS,
    ...(seedsDir === undefined ? {} : { SEEDS_DIR: seedsDir }),
    DATABASE_URL: databaseUrl,
    DATA_DIR: dataDir,
    PORT: String(port),
  };
  const service = new ServiceProcess('cli/src/main.js', ['start'], env);
  try {
    await patiently(
      async () => [
        ...(await notReady(`http://127.0.0.1:${port}`)),
        ...(await undone(owner, { sealed: true }).catch(() => ['no read models yet'])),
      ],
      [service],
      () => service.output,
    );
  } finally {
    await service.stop();
    await owner.end();
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** Looks again until nothing is left; fails with what is, and with what the service wrote. */
async function patiently(
  left: () => Promise<string[]>,
  processes: readonly ServiceProcess[],
  output: () => string,
): Promise<void> {
  for (const until = Date.now() + PATIENCE_MS; ;) {
    const what = await left();
    if (what.length === 0) return;
    const over = Date.now() > until || processes.some(({ failed }) => failed);
    if (over) throw new Error(`still to come: ${what.slice(0, 20).join('; ')}\n${output().slice(-4_000)}`);
    await sleep(GLANCE_MS);
  }
}

async function notReady(url: string): Promise<string[]> {
  const status = await fetch(`${url}/readyz`).then(
    (answer) => answer.status,
    () => 0,
  );
  return status === 200 ? [] : [`${url} is not ready (${status})`];
}

/** An API reads the clock once a second; another process may have moved it. */
async function behindClock(url: string, instant: string): Promise<string[]> {
  const { clock } = (await (await fetch(`${url}/readyz`)).json()) as { clock: string };
  return Date.parse(clock) >= Date.parse(instant) ? [] : [`${url} is at ${clock}`];
}
