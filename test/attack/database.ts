import { createHmac } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { holdsIf, type Attack, type Verdict } from './attack.js';
import type { Target } from './target.js';

/** Processes under one, by its command line. */
async function childrenOf(pid: number): Promise<{ pid: number; command: string }[]> {
  const text = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8');
  const pids = text.trim().split(' ').filter(Boolean).map(Number);
  return Promise.all(
    pids.map(async (one) => ({
      pid: one,
      command: await readFile(`/proc/${one}/cmdline`, 'utf8').catch(() => ''),
    })),
  );
}

const environmentOf = async (pid: number): Promise<string[]> =>
  (await readFile(`/proc/${pid}/environ`, 'utf8')).split('\0');

async function childWith(target: Target, name: string): Promise<{ pid: number; command: string }> {
  const children = await childrenOf(target.ownMachine().pid);
  const found = children.find(({ command }) => command.includes(name));
  if (!found) throw new Error(`no process ${name}`);
  return found;
}

/** What the service logs in with, as whoever has taken it over has it: it is made from the owner's password, one way. */
async function serviceLogin(target: Target): Promise<pg.ClientConfig> {
  const { command } = await childWith(target, 'bin/postgres');
  const [folder = '', port] = ['-D', '-p'].map(
    (option) => command.split('\0')[command.split('\0').indexOf(option) + 1],
  );
  const owners = (await readFile(join(dirname(folder), 'postgres-password'), 'utf8')).trim();
  const user = 'postgres_service';
  const password = createHmac('sha256', owners).update(user).digest('base64url');
  return { host: '127.0.0.1', port: Number(port), database: 'postgres', user, password };
}

const BEYOND = {
  'become the owner': 'set role minh_bach',
  'become the superuser': 'set session authorization minh_bach',
  'run a program': `copy (select 1) to program 'true'`,
  'read the server’s environment': `select pg_read_file('/proc/self/environ')`,
  'rewrite the log': `update event set actor = 'x'`,
} as const;

/** M10: with what the service logs in with, a weakness anywhere in the service is one of the database, and of the machine. */
async function becomeOwner(target: Target): Promise<Verdict> {
  const db = new pg.Client(await serviceLogin(target));
  await db.connect();
  const claims: Record<string, boolean> = {};
  for (const [what, sql] of Object.entries(BEYOND))
    claims[`can’t ${what}`] = await db
      .query(`begin; ${sql}`)
      .then(
        () => false,
        () => true,
      )
      .finally(() => db.query('rollback'));
  await db.end();
  return holdsIf(claims);
}

/** M9, M10: secrets of the service lie where the database's process, or anybody of the machine, finds them. */
async function findSecrets(target: Target): Promise<Verdict> {
  const [server, worker] = await Promise.all(
    ['bin/postgres', 'worker/src/main.js'].map(async (name) =>
      environmentOf((await childWith(target, name)).pid),
    ),
  );
  return holdsIf({
    'the worker’s environment tells no login': !/postgres(ql)?:\/\//.test(String(worker?.join())),
    'the database’s environment holds no secret':
      server !== undefined && !server.join().includes(target.password),
    'its password was in no file that others read': target.ownMachine().readableByOthers.length === 0,
  });
}

export const database: readonly Attack[] = [
  { id: 'M10', what: 'the service’s login becomes the owner', alone: true, attempt: becomeOwner },
  { id: 'M9', what: 'secrets lie about on the machine', alone: true, attempt: findSecrets },
];
