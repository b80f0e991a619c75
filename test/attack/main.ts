import { withProduct } from '../support/started-product.js';
import type { Attack, Verdict } from './attack.js';
import { ATTACKS } from './attacks.js';
import { watchedFolder } from './readable-by-others.js';
import { Target } from './target.js';

// `npm run attack`: what was once seen to succeed against the running product, tried again from outside; 1 when something
// does. Words after it choose by id: `npm run attack -- M7 H5`.
const chosen = process.argv.slice(2);
const attacks = ATTACKS.filter(({ id }) => chosen.length === 0 || chosen.includes(id));

interface Row extends Verdict {
  attack: Attack;
  seconds: number;
}

async function attempt(attack: Attack, target: Target): Promise<Row> {
  const began = performance.now();
  const verdict = await attack.attempt(target).catch((error: unknown) => ({
    held: false,
    evidence: error instanceof Error ? error.message : String(error),
  }));
  return { attack, ...verdict, seconds: Math.round((performance.now() - began) / 100) / 10 };
}

const line = ({ attack: { id, what }, held, seconds, evidence }: Row): string =>
  `${held ? 'held  ' : 'BROKEN'}  ${id.padEnd(4)} ${what} (${seconds} s)\n                ${evidence}\n`;
const byId = (one: Row, other: Row): number =>
  one.attack.id.localeCompare(other.attack.id, 'en', { numeric: true });

const temporary = await watchedFolder('pg-password-');
const rows = await withProduct(
  async (product) => {
    const target = Target.of(product, temporary.readableByOthers);
    const done: Row[] = [];
    for (const attack of attacks) {
      process.stderr.write(`${attack.id} ${attack.what} …\n`);
      done.push(await attempt(attack, target));
    }
    return done;
  },
  { TMPDIR: temporary.folder, LOG_LEVEL: 'info' },
).finally(() => temporary.forget());
const held = rows.filter((row) => row.held).length;
process.stdout.write(`${rows.toSorted(byId).map(line).join('')}\n${held} of ${rows.length} held\n`);
process.exit(held === rows.length ? 0 : 1);
