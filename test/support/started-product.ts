import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** The product as `npm start` starts it on an empty folder, with the demonstration office. */
export interface StartedProduct {
  url: string;
  /** Of all the demonstration's accounts. */
  password: string;
  pid: number;
  /** From the start of its process until it is ready. */
  seconds: number;
}

const dist = join(import.meta.dirname, '../..');
const PASSWORD = 'mat-khau-cua-ban-chay-thu';
const PATIENCE_MS = 120_000;

/** Starts the product for as long as `work` takes; nothing of it stays. Shares no code with it. */
export async function withProduct<T>(work: (product: StartedProduct) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'minh-bach-product-'));
  const port = await unusedPort();
  const url = `http://127.0.0.1:${port}`;
  const began = performance.now();
  const endWithParent = join(dist, 'test/support/end-with-parent.js');
  const product = spawn(
    process.execPath,
    ['--import', endWithParent, join(dist, 'apps/cli/src/main.js'), 'start'],
    {
      env: {
        ...process.env,
        DATA_DIR: folder,
        PORT: String(port),
        DEMO_PASSWORD: PASSWORD,
        LOG_LEVEL: 'error',
      },
      stdio: ['pipe', 'ignore', 'inherit'],
    },
  );
  const ended = new Promise((resolve) => product.on('exit', resolve));
  try {
    while (!(await isReady(url))) {
      if (product.exitCode !== null || performance.now() - began > PATIENCE_MS)
        throw new Error(`the product did not start (exit code ${product.exitCode ?? 'none yet'})`);
      await sleep(20);
    }
    const seconds = Math.round((performance.now() - began) / 10) / 100;
    return await work({ url, password: PASSWORD, pid: product.pid ?? 0, seconds });
  } finally {
    product.kill('SIGTERM');
    await ended;
    await rm(folder, { recursive: true, force: true });
  }
}

const isReady = (url: string): Promise<boolean> =>
  fetch(`${url}/readyz`).then(
    ({ ok }) => ok,
    () => false,
  );

async function unusedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
