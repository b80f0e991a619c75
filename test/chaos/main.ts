import 'reflect-metadata';
import { WorkCalendar, loadCalendars } from '#calendar';
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
import { findings } from './checks.js';
import { FaultyGateway } from './faulty-gateway.js';
import { Killer, type Victims } from './kills.js';
import { Office } from './office.js';
import { Kept, killPostmaster } from './processes.js';

// `npm run chaos [-- --redis] [--kills 60] [--only workers]`: a year passes while APIs, workers (which seal the
// ledger) and the database are killed, each time within work that was done since the last kill.
process.on('uncaughtException', (error) => {
  if (!isConnectionError(error) && sqlState(error) === '') throw error;
});
const wanted = Number(process.argv[process.argv.indexOf('--kills') + 1]) || 60;
const onlyWorkers = process.argv.includes('--only');
const onRedis = process.argv.includes('--redis');
const seedsDir = join(import.meta.dirname, '../../../seeds');
const [START, END] = ['2025-01-02T08:00:00+07:00', '2025-12-31T18:00:00+07:00'];
const DAY_MS = 86_400_000;
/** So many days of the year have their acts, whether there is a kill in them or not. */
const CHAPTERS = 60;
const began = Date.now();

const folder = await mkdtemp(join(tmpdir(), 'minh-bach-chaos-'));
const postgres = await startPostgres(folder);
await migrate(postgres.url);
const redisPort = await freePort();
const redis = onRedis
  ? spawn('redis-server', ['--port', String(redisPort), '--save', '', '--bind', '127.0.0.1'], {
      stdio: 'ignore',
    })
  : undefined;
const ports = [await freePort(), await freePort()];
const gateway = await FaultyGateway.open();
const env = {
  SMS_URL: gateway.url,
  SMS_KEY: 'khoa',
  SMS_SECRET: 'mat',
  SMS_BRAND: 'XA',
  QUIET_HOURS: '00:00-00:00',
  DATABASE_URL: postgres.url,
  DATA_DIR: folder,
  DEMO_PASSWORD: 'chaos',
  MINH_BACH_CLOCK: START,
  ...(onRedis ? { QUEUE_URL: `redis://127.0.0.1:${redisPort}` } : {}),
};
const apis = ports.map((port) => new Kept('api', { ...env, PORT: String(port) }));
const workers = [new Kept('worker', env), new Kept('worker', env)];
const calendar = new WorkCalendar(loadCalendars(join(seedsDir, 'calendars')));
const urls = ports.map((port) => `http://127.0.0.1:${port}`);
const lastTrigger = new Date(Date.parse(END) - 20 * DAY_MS);
const office = new Office(urls, 'chaos', START, lastTrigger, calendar);
const victims: Victims = {};
for (const [n, one] of workers.entries()) victims[`worker ${n + 1}`] = () => one.killNow();
if (!onlyWorkers) {
  for (const [n, one] of apis.entries()) victims[`api ${n + 1}`] = () => one.killNow();
  victims.database = () => killPostmaster(join(folder, 'postgres'));
}
const killer = new Killer(postgres.url, office, victims);
const idle: string[] = [];

await office.ready();
const chapters = Math.max(CHAPTERS, wanted);
const step = (Date.parse(END) - DAY_MS - Date.parse(START)) / chapters;
let flushed = false;
for (let chapter = 1; chapter <= chapters; chapter += 1) {
  await office.moveTo(new Date(Date.parse(START) + chapter * step));
  office.liveOn();
  if (killer.kills.length >= Math.floor((chapter * wanted) / chapters)) {
    await office.quiet();
    continue;
  }
  if (!(await killer.kill(() => office.liveOn())))
    idle.push(`no work within three minutes on ${office.now.toISOString()}`);
  if (onRedis && !flushed && chapter >= chapters / 2) await flushAll();
  process.stderr.write(`${chapter} ${JSON.stringify(killer.kills.at(-1))}\n`);
}
await office.finish();
gateway.heal();
await office.moveTo(new Date(END));
process.stderr.write('kills are over; settling …\n');
const runtime = await openRuntime({ databaseUrl: postgres.url, seedsDir });
const settled = (await settle()) && (await deliverAll());
for (const one of [...apis, ...workers]) await one.retire();
const key = await ledgerKey({ ...readSettings(), dataDir: folder }, DEMO_OFFICE);
const found = [
  ...idle,
  ...office.people.refused.map((refusal) => `refused: ${refusal}`),
  ...(settled ? [] : ['the workers did not settle']),
  ...(await findings(runtime, {
    acknowledged: office.people.acknowledged,
    triggered: office.triggered,
    messages: gateway.messages,
    key,
    end: new Date(END),
  })),
];
await gateway.close();
await runtime.close();
await postgres.stop();
redis?.kill();
await rm(folder, { recursive: true, force: true });
process.stdout.write(`${JSON.stringify({ ...summary(), findings: found })}\n`);
process.exit(found.length === 0 ? 0 : 1);

function summary(): object {
  const { kills } = killer;
  const tally = (of: string[]) =>
    Object.fromEntries([...Map.groupBy(of, (one) => one)].map(([name, all]) => [name, all.length]));
  return {
    kills: kills.length,
    seconds: Math.round((Date.now() - began) / 1_000),
    queue: onRedis ? 'redis' : 'postgresql',
    acts: office.people.acknowledged.length,
    messages: gateway.messages.size,
    victims: tally(kills.map(({ victim }) => victim)),
    months: tally(kills.map(({ day }) => day.slice(0, 7))),
    fewestActsBetween: Math.min(...kills.map(({ done }) => done.acts)),
    withActsUnderWay: kills.filter(({ underWay }) => Object.keys(underWay.acts).length > 0).length,
    withReadersBehind: kills.filter(({ underWay }) => underWay.readersBehind > 0).length,
    withStepsDue: kills.filter(({ underWay }) => underWay.stepsDue > 0).length,
    withStepsTaken: kills.filter(({ underWay }) => underWay.stepsTaken > 0).length,
    withMessagesWaiting: kills.filter(({ underWay }) => underWay.messagesWaiting > 0).length,
    actsUnderWay: tally(kills.flatMap(({ underWay }) => Object.keys(underWay.acts))),
  };
}

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
    await office.moveTo(new Date(Date.parse(END) + hours * 1_800_000));
    await sleep(1_500);
  }
  return false;
}

async function flushAll(): Promise<void> {
  flushed = true;
  const client = new Redis(redisPort);
  await client.flushall();
  client.disconnect();
}
