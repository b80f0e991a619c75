import { spawn } from 'node:child_process';
import { join } from 'node:path';

export interface Ended {
  status: number | null;
  out: string;
  err: string;
}

/** Runs a verb of the command line, as built, to its end. */
export function mb(args: string[], env: Record<string, string>): Promise<Ended> {
  const child = spawn(process.execPath, [join(process.cwd(), 'dist/apps/cli/src/main.js'), ...args], {
    env: { PATH: process.env.PATH ?? '', LANG: 'C.UTF-8', ...env },
  });
  let [out, err] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
  return new Promise((resolve) => child.on('close', (status) => resolve({ status, out, err })));
}
