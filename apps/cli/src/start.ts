import type { ChildProcess } from 'node:child_process';
import { takeEnvironment } from '../../runtime/src/clean-environment.js';
import { startPostgres } from '../../runtime/src/embedded-postgres.js';
import { forkWorker } from '../../runtime/src/fork-worker.js';
import { readSettings } from '../../runtime/src/settings.js';

/**
 * Starts everything one machine needs and stays until it is told to stop. What takes long goes side by side: PostgreSQL's
 * start, the worker's loading, and that of the service itself, which this file therefore brings only then.
 */
export async function start(): Promise<void> {
  const environment = takeEnvironment();
  const settings = readSettings(environment);
  const stopping: (() => Promise<unknown>)[] = [];
  try {
    const login = Promise.withResolvers<string>();
    const underWay = Promise.withResolvers<void>();
    const starting =
      settings.databaseUrl === undefined ? startPostgres(settings.dataDir, underWay.resolve) : undefined;
    stopping.unshift(keepWorker(login.promise, environment));
    stopping.push(async () => (await starting?.catch(() => undefined))?.stop());
    stopOnSignal(stopping);
    await Promise.race([underWay.promise, starting]); // loading leaves nothing else its turn
    const [{ serve }, own] = await Promise.all([import('./serve.js'), starting]);
    const databaseUrl = own?.url ?? settings.databaseUrl ?? '';
    await serve(databaseUrl, { settings, environment, stopping, prepared: login.resolve });
  } catch (error) {
    for (const stop of stopping) await stop().catch(() => undefined);
    throw error;
  }
}

/** A worker process beside the API; one that dies is started again. */
function keepWorker(serviceUrl: Promise<string>, environment: NodeJS.ProcessEnv): () => Promise<void> {
  let stopped = false;
  let child: ChildProcess;
  const spawn = () => {
    child = forkWorker(serviceUrl, environment);
    child.on('exit', () => {
      if (!stopped) setTimeout(spawn, 1_000);
    });
  };
  spawn();
  return async () => {
    stopped = true;
    if (child.exitCode !== null || child.signalCode !== null) return;
    await new Promise<void>((resolve) => {
      child.on('exit', () => resolve());
      child.kill('SIGTERM');
      setTimeout(() => child.kill('SIGKILL'), 5_000).unref();
    });
  };
}

function stopOnSignal(stopping: (() => Promise<unknown>)[]): void {
  let begun = false;
  const stop = async () => {
    if (begun) return;
    begun = true;
    for (const one of stopping) await one().catch(() => undefined);
    process.exit(0);
  };
  process.on('SIGTERM', () => void stop());
  process.on('SIGINT', () => void stop());
}
