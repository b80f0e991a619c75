import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

const dist = join(process.cwd(), 'dist');
const KEPT = 200_000;
const STOPS_WITHIN_MS = 30_000;

/** A part of the product in an operating-system process of its own, as built. */
export class ServiceProcess {
  /** What it wrote, the end of it. */
  output = '';
  #asked = false;
  readonly #child: ChildProcess;
  readonly #ended: Promise<void>;

  /** `script` is below `dist/apps`; nothing of this process's environment goes along but the path. */
  constructor(script: string, args: string[], env: Record<string, string>) {
    this.#child = spawn(
      process.execPath,
      ['--import', join(dist, 'test/support/end-with-parent.js'), join(dist, 'apps', script), ...args],
      { env: { PATH: process.env.PATH ?? '', LANG: 'C.UTF-8', ...env }, stdio: ['pipe', 'pipe', 'pipe'] },
    );
    const keep = (chunk: Buffer) => (this.output = (this.output + chunk.toString()).slice(-KEPT));
    this.#child.stdout?.on('data', keep);
    this.#child.stderr?.on('data', keep);
    this.#ended = new Promise((resolve) => this.#child.on('close', () => resolve()));
  }

  /** Whether it ended and nobody asked it to. */
  get failed(): boolean {
    return !this.#running && !this.#asked;
  }

  /** 0 where it ended in order; null while it runs, and where it was killed. */
  get exitCode(): number | null {
    return this.#child.exitCode;
  }

  get #running(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null;
  }

  /** As a power cut would. */
  async kill(): Promise<void> {
    this.#asked = true;
    this.#child.kill('SIGKILL');
    await this.#ended;
  }

  /** As an operator would; what does not end in half a minute is killed. */
  async stop(): Promise<void> {
    this.#asked = true;
    if (!this.#running) return;
    const late = setTimeout(() => this.#child.kill('SIGKILL'), STOPS_WITHIN_MS);
    this.#child.kill('SIGTERM');
    await this.#ended;
    clearTimeout(late);
  }
}
