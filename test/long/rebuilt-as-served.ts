import type { LongCheck } from './long-check.js';
import { runSpecs } from './run-specs.js';

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
    let rounds = 0;
    const env = { SEED: seed, GENERATED_ROUNDS: ROUNDS, GENERATED_EACH: EACH };
    await runSpecs(['test/e2e/generated-input'], env, (line) => {
      if (ROUND_OVER.test(line)) rounds += 1;
      else note(line);
    });
    const found = `${rounds} of ${ROUNDS} rounds`;
    if (rounds < Number(ROUNDS)) throw new Error(found);
    return found;
  },
};
