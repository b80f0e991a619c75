import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { LongCheck } from './long-check.js';

const ROUNDS = process.env.GENERATED_ROUNDS ?? '1000';
const EACH = process.env.GENERATED_EACH ?? '50';
const ROUND_OVER = /✓ round (\d+)/;

/** What CI does three times, so many times: values drawn at random through every route, then all read models built anew. */
export const rebuiltAsServed: LongCheck = {
  name: 'rebuilt-as-served',
  holds: `${ROUNDS} rounds of ${EACH} generated requests: read models built anew hold what they held`,
  run: async (note) => {
    const seed = process.env.SEED ?? String(Date.now() % 1_000_000);
    note(`seed ${seed}`);
    const jest = spawn(
      process.execPath,
      [
        ...['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js'],
        ...['test/e2e/generated-input', '--verbose', '--runInBand'],
      ],
      {
        env: { ...process.env, SEED: seed, GENERATED_ROUNDS: ROUNDS, GENERATED_EACH: EACH },
        stdio: ['ignore', 'inherit', 'pipe'],
      },
    );
    let rounds = 0;
    for await (const line of createInterface({ input: jest.stderr })) {
      if (ROUND_OVER.test(line)) rounds += 1;
      else if (line.trim() !== '') note(line);
    }
    const found = `${rounds} of ${ROUNDS} rounds`;
    if (rounds < Number(ROUNDS)) throw new Error(found);
    return found;
  },
};
