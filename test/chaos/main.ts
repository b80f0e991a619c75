import 'reflect-metadata';
import { nextWake } from '#deadline';
import { isConnectionError, sqlState } from '#event-store';
import { standings } from '#projection';
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import {
  DEMO_OFFICE,
  freePort,
  ledgerKey,
  migrate,
  openRuntime,
  readSettings,
  startPostgres,
} from '../../apps/runtime/src/index.js';
import { FaultyGateway } from './faulty-gateway.js';
import { findings } from './checks.js';
import { Office } from './office.js';
import { Kept, killPostmaster } from './processes.js';

// `npm run chaos [-- --redis] [--kills 60] [--only workers]`: a year passes while api, workers (which seal the ledger)
// and database are killed at random.
process.on('uncaughtException', (error) => {
  if (!isConnectionError(error) && sqlState(error) === '') throw error;
});
const wantedKills = Number(process.argv[process.argv.indexOf('--kills') + 1]) || 60;
const onlyWorkers = process.argv.includes('--only');
const onRedis = process.argv.includes('--redis');
const seedsDir = join(import.meta.dirname, '../../../seeds');

const folder = await mkdtemp(join(tmpdir(), 'minh-bach-chaos-'));
const postgres = await startPostgres(folder);
await migrate(postgres.url);
const redisPort = await freePort();
const redis = onRedis
  ? spawn('redis-server', ['--port', String(redisPort), '--save', '', '--bind', '127.0.0.1'], {
      stdio: 'ignore',
    })
  : undefined;
const port = await freePort();
const gateway = await FaultyGateway.open();
const env = {
  SMS_URL: gateway.url,
  SMS_KEY: 'khoa',
  SMS_SECRET: 'mat',
  SMS_BRAND: 'XA',
  QUIET_HOURS: '00:00-00:00',
  DATABASE_URL: postgres.url,
  DATA_DIR: folder,
  PORT: String(port),
  DEMO_PASSWORD: 'chaos',
  MINH_BACH_CLOCK: '2025-01-02T08:00:00+07:00',
  ...(onRedis ? { QUEUE_URL: `redis://127.0.0.1:${redisPort}` } : {}),
};
const api = new Kept('api', env);
const workers = [new Kept('worker', env), new Kept('worker', env)];
const office = new Office(`http://127.0.0.1:${port}`, 'chaos');
await office.ready();

let kills = 0;
let over = false;
const killer = (async () => {
  while (!over && kills < wantedKills) {
    await sleep(300 + Math.random() * 700);
    const victim = onlyWorkers ? 3 + Math.floor(Math.random() * 2) : Math.floor(Math.random() * 5);
    if (victim === 0) await killPostmaster(join(folder, 'postgres'));
    else if (victim <= 2) api.killNow();
    else workers[victim - 3]?.killNow();
    kills += 1;
    if (onRedis && kills === Math.floor(wantedKills / 2)) await flushAll();
    process.stderr.write(`\r${kills} kills, ${office.acknowledged.length} acts, ${office.day}   `);
  }
})();

await office.liveThrough(() => kills >= wantedKills);
over = true;
await killer;
process.stderr.write('\nkills are over; settling …\n');
gateway.heal();
await office.moveTo('2025-12-31T18:00:00+07:00');
const runtime = await openRuntime({ databaseUrl: postgres.url, seedsDir });
const settled = (await settle()) && (await deliverAll());
await api.retire();
for (const worker of workers) await worker.retire();
const found = settled
  ? await findings(
      runtime,
      office.acknowledged,
      52,
      gateway.messages,
      await ledgerKey({ ...readSettings(), dataDir: folder }, DEMO_OFFICE),
    )
  : ['the workers did not settle within two minutes'];
await gateway.close();
await runtime.close();
await postgres.stop();
redis?.kill();
await rm(folder, { recursive: true, force: true });
process.stdout.write(
  `${JSON.stringify({ kills, acts: office.acknowledged.length, messages: gateway.messages.size, queue: onRedis ? 'redis' : 'postgresql', findings: found })}\n`,
);
process.exit(found.length === 0 ? 0 : 1);

async function settle(): Promise<boolean> {
  for (let i = 0; i < 480; i += 1) {
    await sleep(250);
    await runtime.clock.refresh();
    const next = await nextWake(runtime.pool, DEMO_OFFICE);
    const behind = (await standings(runtime.pool)).some(({ behind: n }) => n > 0);
    if (!behind && (!next || next > runtime.clock.now())) return true;
  }
  return false;
}

/** What failed at first is tried again hours later: the clock is led there. */
async function deliverAll(): Promise<boolean> {
  for (let hours = 1; hours <= 48; hours += 1) {
    const { rows } = await runtime.pool.query<{ n: number }>(
      `select count(*)::int as n from outbox where state = 'waiting'`,
    );
    if (rows[0]?.n === 0) return true;
    await office.moveTo(new Date(Date.parse('2025-12-31T18:00:00+07:00') + hours * 1_800_000).toISOString());
    await sleep(1_500);
  }
  return false;
}

async function flushAll(): Promise<void> {
  const client = new Redis(redisPort);
  await client.flushall();
  client.disconnect();
}
