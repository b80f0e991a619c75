import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** Near its limit Node collects without end: what lives takes 60 MB, a busy desk's events as much again, and pages that are to be used. */
const MEMORY = ['--max-old-space-size=192', '--max-semi-space-size=8'];

/** What a worker is told once it may begin. */
export interface Beginning {
  serviceUrl: string;
}

/**
 * A worker in a process of its own. It loads at once and begins when its login is there; it says `ready`, and ends when
 * this process does. The login goes by the channel between the two: an environment can be read by others.
 */
export function forkWorker(
  serviceUrl: string | Promise<string>,
  { DATABASE_URL: _owners, SERVICE_DATABASE_URL: _login, ...env }: NodeJS.ProcessEnv = process.env,
): ChildProcess {
  const child = fork(join(import.meta.dirname, '../../worker/src/main.js'), {
    env: { ...env, LOG_LEVEL: env.LOG_LEVEL ?? 'warn' },
    execArgv: MEMORY,
  });
  void Promise.resolve(serviceUrl).then(
    (url) => child.connected && child.send({ serviceUrl: url } satisfies Beginning),
    () => undefined, // whoever was to give it says why there is none, and ends the worker
  );
  return child;
}

/** In a worker: what its service tells it; nothing where it was started by itself. */
export async function toldByService(): Promise<Partial<Beginning>> {
  if (!process.send) return {};
  const [told] = (await once(process, 'message')) as [Beginning];
  return told;
}
