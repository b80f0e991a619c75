import { withProduct } from '../support/started-product.js';
import type { Attack, Verdict } from './attack.js';
import { ATTACKS } from './attacks.js';
import { Target } from './target.js';

// `npm run attack`: what was once seen to succeed against the running product, tried again from outside; 1 when something does.
const attempt = ({ attempt: tries }: Attack, target: Target): Promise<Verdict> =>
  tries(target).catch((error: unknown) => ({
    held: false,
    evidence: error instanceof Error ? error.message : String(error),
  }));

const allHeld = await withProduct(async ({ url, password }) => {
  const target = new Target(url, password);
  let held = 0;
  for (const attack of ATTACKS) {
    const verdict = await attempt(attack, target);
    if (verdict.held) held += 1;
    const { id, what } = attack;
    process.stdout.write(
      `${verdict.held ? 'held  ' : 'BROKEN'}  ${id.padEnd(4)} ${what}\n                ${verdict.evidence}\n`,
    );
  }
  process.stdout.write(`\n${held} of ${ATTACKS.length} held\n`);
  return held === ATTACKS.length;
});
process.exit(allHeld ? 0 : 1);
