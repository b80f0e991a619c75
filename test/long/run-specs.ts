import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** Runs specs by themselves with more asked of them; each line they say goes to `note`. Answers whether all passed. */
export async function runSpecs(
  patterns: readonly string[],
  env: Readonly<Record<string, string>>,
  note: (line: string) => void,
): Promise<boolean> {
  const jest = spawn(
    process.execPath,
    [
      ...['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js'],
      ...[...patterns, '--verbose', '--runInBand', `--testTimeout=${PATIENCE_MS}`],
    ],
    { env: { ...process.env, ...env }, stdio: ['ignore', 'inherit', 'pipe'] },
  );
  const ended = new Promise<number | null>((resolve) => jest.on('exit', resolve));
  for await (const line of createInterface({ input: jest.stderr })) if (line.trim() !== '') note(line);
  return (await ended) === 0;
}

const PATIENCE_MS = 6 * 3_600_000;
