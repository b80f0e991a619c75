import { freePort } from '../../apps/runtime/src/index.js';
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** An API of its own, as built, that knows nothing yet but the database. */
export interface ApiProcess {
  url: string;
  stop(): Promise<void>;
}

const PATIENCE_MS = 50_000;

export async function apiProcess(databaseUrl: string, env: Record<string, string> = {}): Promise<ApiProcess> {
  const [port, dataDir] = [await freePort(), await mkdtemp(join(tmpdir(), 'minh-bach-api-'))];
  const child = spawn(process.execPath, [join(process.cwd(), 'dist/apps/api/src/main.js')], {
    env: {
      PATH: process.env.PATH ?? '',
      DATABASE_URL: databaseUrl,
      DATA_DIR: dataDir,
      PORT: String(port),
      LOG_LEVEL: 'fatal',
      ...env,
    },
    stdio: 'ignore',
  });
  const ended = new Promise((resolve) => child.on('exit', resolve));
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
    await rm(dataDir, { recursive: true, force: true });
  };
  const url = `http://127.0.0.1:${port}`;
  for (const until = Date.now() + PATIENCE_MS; ;) {
    const answers = await fetch(`${url}/healthz`).catch(() => undefined);
    if (answers?.ok) return { url, stop };
    if (child.exitCode !== null || Date.now() > until) {
      await stop();
      throw new Error('the API does not answer');
    }
    await sleep(50);
  }
}
