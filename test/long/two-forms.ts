import fc from 'fast-check';
import { deepStrictEqual } from 'node:assert';
import { twoFormsAgree } from '../support/random-log.js';
import type { LongCheck } from './long-check.js';

const RUNS = Number(process.env.LOGS ?? 2_000);

/** Logs made at random come to the same dossiers in either form. */
export const twoForms: LongCheck = {
  name: 'two-forms-of-a-log',
  holds: `${RUNS} logs made at random are the same dossiers as CSV and as XES, and lose the same rows`,
  run: async (note) => {
    const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
    note(`seed ${seed}`);
    await fc.assert(
      twoFormsAgree((inCsv, inXes) => {
        deepStrictEqual(inXes, inCsv);
      }),
      { numRuns: RUNS, seed },
    );
    return `${RUNS} logs`;
  },
};
