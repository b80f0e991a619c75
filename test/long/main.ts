import { parseArgs } from 'node:util';
import { generatedInput } from './generated-input.js';
import { rebuiltAsServed } from './rebuilt-as-served.js';
import { twoForms } from './two-forms.js';
import { histories, wholeYear } from './year-and-histories.js';
import { readByGo } from '../interop/read-by-go.js';
import type { LongCheck } from './long-check.js';

// `npm run check:long [-- --only <name>]`: the long checks one after another; 1 when one does not pass, or can't be made.
const CHECKS: readonly LongCheck[] = [
  readByGo,
  twoForms,
  wholeYear,
  histories,
  generatedInput,
  rebuiltAsServed,
];

interface Outcome {
  name: string;
  passed: boolean;
  seconds: number;
  found: string;
}

const say = (text: string) => process.stdout.write(`${text}\n`);
const { only = [] } = parseArgs({ options: { only: { type: 'string', multiple: true } } }).values;
const names = CHECKS.map(({ name }) => name);
const unknown = only.filter((name) => !names.includes(name));
if (unknown.length > 0) {
  say(`No such check: ${unknown.join(', ')}. There are: ${names.join(', ')}.`);
  process.exit(2);
}

const outcomes: Outcome[] = [];
for (const check of CHECKS.filter(({ name }) => only.length === 0 || only.includes(name)))
  outcomes.push(await outcomeOf(check));
say('');
for (const { name, passed, seconds, found } of outcomes)
  say(`${passed ? 'passed' : 'FAILED'}  ${name.padEnd(12)} ${`${seconds} s`.padStart(7)}  ${found}`);
process.exit(outcomes.every(({ passed }) => passed) ? 0 : 1);

async function outcomeOf({ name, holds, run }: LongCheck): Promise<Outcome> {
  say(`${name}: ${holds} …`);
  const began = performance.now();
  const ending = (passed: boolean, found: string): Outcome => ({
    name,
    passed,
    seconds: Math.round((performance.now() - began) / 1_000),
    found,
  });
  try {
    return ending(true, await run((text) => say(`  ${text}`)));
  } catch (error) {
    if (error instanceof Error && error.stack) say(error.stack); // where it broke, were it the check itself
    return ending(false, error instanceof Error ? error.message : String(error));
  }
}
