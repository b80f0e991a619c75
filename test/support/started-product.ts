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
  readonly pid: number;
  /** From the start of its process until it is ready. */
  readonly seconds: number;
  /** All that it wrote to its log. */
  log(): string;
  /** Ends it and starts it again on the same folder, with more settings. */
  restart(settings: Record<string, string>): Promise<void>;
}

const dist = join(process.cwd(), 'dist');
const PASSWORD = 'mat-khau-cua-ban-chay-thu';
const PATIENCE_MS = 120_000;

interface Running {
  pid: number;
  seconds: number;
  stop(): Promise<void>;
}

/** Starts the product for as long as `work` takes; nothing of it stays. Shares no code with it. */
export async function withProduct<T>(
  work: (product: StartedProduct) => Promise<T>,
  settings: Record<string, string> = {},
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'minh-bach-product-'));
  const port = await unusedPort();
  const url = `http://127.0.0.1:${port}`;
  const written: string[] = [];
  const begin = (more: Record<string, string>) =>
    start(url, (line) => written.push(line), {
      DATA_DIR: folder,
      PORT: String(port),
      DEMO_PASSWORD: PASSWORD,
      DEMO_START: 'fresh',
      LOG_LEVEL: 'error',
      ...settings,
      ...more,
    });
  let running: Running | undefined;
  try {
    running = await begin({});
    return await work({
      url,
      password: PASSWORD,
      get pid() {
        return running?.pid ?? 0;
      },
      get seconds() {
        return running?.seconds ?? 0;
      },
      log: () => written.join(''),
      async restart(more) {
        await running?.stop();
        running = await begin(more);
      },
    });
  } finally {
    await running?.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function start(
  url: string,
  write: (line: string) => void,
  settings: Record<string, string>,
): Promise<Running> {
  const began = performance.now();
  const endWithParent = join(dist, 'test/support/end-with-parent.js');
  const product = spawn(
    process.execPath,
    ['--import', endWithParent, join(dist, 'apps/cli/src/main.js'), 'start'],
    { env: { ...process.env, ...settings }, stdio: ['pipe', 'pipe', 'inherit'] },
  );
  product.stdout.on('data', (part: Buffer) => write(part.toString()));
  const ended = new Promise((resolve) => product.on('exit', resolve));
  const stop = async () => {
    product.kill('SIGTERM');
    await ended;
  };
  while (!(await isReady(url))) {
    if (product.exitCode !== null || performance.now() - began > PATIENCE_MS) {
      await stop();
      throw new Error(`the product did not start (exit code ${product.exitCode ?? 'none yet'})`);
    }
    await sleep(20);
  }
  const seconds = Math.round((performance.now() - began) / 10) / 100;
  return { pid: product.pid ?? 0, seconds, stop };
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
