import { GeneratedInput, toldOf } from '../generated/run.js';
import { withProduct } from '../support/started-product.js';
import type { LongCheck } from './long-check.js';

const SENT = Number(process.env.GENERATED ?? 200_000);
const NOTED_EVERY = 10_000;
const MOST_GROWTH_MB = 100;
const LONGEST_BLOCK_MS = 250;
const USERNAMES = [
  ...['chairman', 'vice-chairman', 'head-of-office', 'oversight', 'admin', 'desk'],
  ...['justice', 'land', 'culture', 'police'],
];

/** Generated requests on every route, by everybody: no fault of the service's own, memory flat, nobody held up. */
export const generatedInput: LongCheck = {
  name: 'generated-input',
  holds: `${SENT} generated requests: each has a described answer, memory stays flat, no block beyond ${LONGEST_BLOCK_MS} ms`,
  run: (note) =>
    withProduct(
      async ({ url, password, log }) => {
        const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
        note(`seed ${seed}`);
        const input = await GeneratedInput.begin({ url, usernames: USERNAMES, password, seed });
        let next = NOTED_EVERY;
        const outcome = await input.send(SENT, ({ sent, faults, longestBlock }) => {
          if (sent < next) return;
          next += NOTED_EVERY;
          note(`${sent} sent, ${faults.length} faults, longest block ${longestBlock.ms} ms`);
        });
        input.close();
        const { faults, longestBlock, memory } = outcome;
        for (const fault of faults) note(JSON.stringify(fault));
        for (const line of log().split('\n')) if (line.includes('"msg":"unexpected"')) note(line);
        for (const beside of longestBlock.beside) note(`beside the longest block: ${beside}`);
        const found = toldOf(outcome);
        const holds =
          faults.length === 0 &&
          memory.end.heapMb - memory.warm.heapMb < MOST_GROWTH_MB &&
          longestBlock.ms <= LONGEST_BLOCK_MS;
        if (!holds) throw new Error(found);
        return found;
      },
      { TRUSTED_PROXIES: '127.0.0.1' },
    ),
};
