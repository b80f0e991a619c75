import { spawn, type ChildProcess } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const dist = join(import.meta.dirname, '../../apps');
const endWithParent = join(import.meta.dirname, '../support/end-with-parent.js');

/** A process that is started again whenever it dies, until it is retired. */
export class Kept {
  #child: ChildProcess | undefined;
  #retired = false;

  constructor(
    private readonly app: 'api' | 'worker',
    private readonly env: Record<string, string>,
  ) {
    this.#spawn();
  }

  killNow(): void {
    this.#child?.kill('SIGKILL');
  }

  async retire(): Promise<void> {
    this.#retired = true;
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGTERM');
    await Promise.race([
      new Promise((resolve) => child.on('exit', resolve)),
      sleep(5_000).then(() => child.kill('SIGKILL')),
    ]);
  }

  #spawn(): void {
    if (this.#retired) return;
    this.#child = spawn(process.execPath, ['--import', endWithParent, join(dist, this.app, 'src/main.js')], {
      env: { ...process.env, ...this.env, LOG_LEVEL: 'fatal' },
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    this.#child.on('exit', () => setTimeout(() => this.#spawn(), 50));
  }
}

/** Kills the database server as a power cut would. */
export async function killPostmaster(databaseDir: string): Promise<void> {
  const pid = Number(
    (await readFile(join(databaseDir, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')[0],
  );
  try {
    if (pid > 0) process.kill(pid, 'SIGKILL');
  } catch {
    // already dead and not up again yet
  }
}
