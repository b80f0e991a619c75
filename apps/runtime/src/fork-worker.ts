import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

/** Without a small young generation the heap's spare pages alone reach the limit, and Node collects without end. */
const MEMORY = ['--max-old-space-size=104', '--max-semi-space-size=4'];

/** A worker in a process of its own; it says `ready`, and ends when this process does. */
export const forkWorker = (
  serviceUrl: string,
  { DATABASE_URL: _owners, ...env }: NodeJS.ProcessEnv = process.env,
): ChildProcess =>
  fork(join(import.meta.dirname, '../../worker/src/main.js'), {
    env: { ...env, SERVICE_DATABASE_URL: serviceUrl, LOG_LEVEL: env.LOG_LEVEL ?? 'warn' },
    execArgv: MEMORY,
  });
