import { freePort } from '../../apps/runtime/src/index.js';
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The whole service as `npm start` runs it: API and worker, each a process of its own. */
export interface Service {
  url: string;
  dataDir: string;
  pid: number;
  /** Resolves when the address was printed. */
  announced: Promise<void>;
  /** Ends it and, unless told otherwise, forgets its folder. */
  stop(keep?: 'keep'): Promise<void>;
  kill(): Promise<void>;
}

/** Starts it; `dataDir` absent: in a folder of its own. */
export async function startService(env: Record<string, string>, dataDir?: string): Promise<Service> {
  const port = await freePort();
  const folder = dataDir ?? (await mkdtemp(join(tmpdir(), 'minh-bach-service-')));
  const child = spawn(process.execPath, [join(process.cwd(), 'dist/apps/cli/src/main.js'), 'start'], {
    env: {
      PATH: process.env.PATH ?? '',
      DATA_DIR: folder,
      PORT: String(port),
      LOG_LEVEL: 'fatal',
      DEMO_START: 'fresh',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const ended = new Promise<void>((resolve) => child.on('exit', () => resolve()));
  const announced = new Promise<void>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => {
        said += chunk.toString();
        if (said.includes('Minh Bạch: http')) resolve();
      });
    child.on('exit', () => reject(new Error(`the service ended: ${said}`)));
  });
  announced.catch(() => undefined);
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    await ended;
  };
  return {
    url: `http://127.0.0.1:${port}`,
    dataDir: folder,
    pid: child.pid ?? 0,
    announced,
    async stop(keep) {
      await end('SIGTERM');
      if (keep === undefined) await rm(folder, { recursive: true, force: true });
    },
    kill: () => end('SIGKILL'),
  };
}
