import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import { freshDatabase, type TestDatabase } from '../../../test/support/database.js';
import { Wire } from '../../../test/support/wire.js';
import { WakeQueue, type WakeUp } from './index.js';

let database: TestDatabase;
let redis: ChildProcess | undefined;
let redisUrl = '';

const hasRedis = (() => {
  try {
    execFileSync('redis-server', ['--version']);
    return true;
  } catch {
    return false;
  }
})();

beforeAll(async () => {
  database = await freshDatabase();
  await database
    .owner()
    .query(
      `do $$ begin execute format('grant create on database %I to minh_bach_app', current_database()); end $$`,
    );
  if (!hasRedis) return;
  const port = await new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
  redis = spawn('redis-server', ['--port', String(port), '--save', '', '--bind', '127.0.0.1'], {
    stdio: 'pipe',
  });
  await new Promise<void>((resolve) =>
    redis?.stdout?.on('data', (text: Buffer) => text.includes('Ready to accept') && resolve()),
  );
  redisUrl = `redis://127.0.0.1:${port}`;
});
afterAll(async () => {
  await database.close();
  redis?.kill();
});

describe.each(hasRedis ? ['postgresql', 'redis'] : ['postgresql'])('wake-ups on %s', (backend) => {
  it('run, are one while they wait, come again while they run, and may all be lost', async () => {
    const queue = await WakeQueue.open({
      databaseUrl: database.url,
      ...(backend === 'redis' ? { queueUrl: redisUrl } : {}),
    });
    const runs: WakeUp[] = [];
    await queue.work(async (wakeUp) => {
      runs.push(wakeUp);
    });
    const wakeUp = { kind: 'project', name: 'task', office: 'a' };
    for (let i = 0; i < 20; i += 1) queue.wake(wakeUp);
    queue.wake({ ...wakeUp, office: 'b' });
    await until(() => runs.length >= 2);
    expect(runs.map(({ office }) => office).toSorted()).toEqual(['a', 'b']);
    queue.wake(wakeUp);
    await until(() => runs.length >= 3);
    await queue.empty();
    queue.wake(wakeUp);
    await until(() => runs.length >= 4);
    expect(await queue.counts()).toMatchObject({ failed: 0 });
    await queue.close();
  });

  it('a wake-up whose end was lost with the connection holds up the next one for seconds only', async () => {
    const target = new URL(backend === 'redis' ? redisUrl : database.url);
    const wire = await Wire.to(Number(target.port));
    target.port = String(wire.port);
    const queue = await WakeQueue.open({
      databaseUrl: backend === 'redis' ? database.url : target.href,
      ...(backend === 'redis' ? { queueUrl: target.href } : {}),
    });
    let runs = 0;
    let finish = (): void => undefined;
    await queue.work(async () => {
      runs += 1;
      if (runs === 1) await new Promise<void>((resolve) => (finish = resolve));
    });
    const wakeUp = { kind: 'project', name: 'task', office: 'c' };
    queue.wake(wakeUp);
    await until(() => runs === 1);
    wire.cut();
    finish();
    await new Promise((resolve) => setTimeout(resolve, 100));
    wire.mend();
    const again = setInterval(() => queue.wake(wakeUp), 200);
    await until(() => runs >= 2);
    clearInterval(again);
    await queue.close();
    await wire.close();
  });
});

async function until(done: () => boolean): Promise<void> {
  for (let i = 0; i < 400 && !done(); i += 1) await new Promise((resolve) => setTimeout(resolve, 25));
  expect(done()).toBe(true);
}
