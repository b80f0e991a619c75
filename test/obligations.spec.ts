import { existsSync, readFileSync } from 'node:fs';
import { POLICY } from '../apps/api/src/policy.js';
import { handledCommands } from '../apps/runtime/src/index.js';

const LINK = /\[([^\]]+)\]\(([^)]+)\)/g;
const lines = readFileSync('OBLIGATIONS.md', 'utf8').split('\n');
const rowsUnder = (from: number, to: number): string[][] =>
  lines
    .slice(from, to)
    .filter((line) => line.startsWith('| ') && !line.startsWith('| ---'))
    .slice(1)
    .map((line) => line.split(' | ').map((cell) => cell.replace(/^\| | *\|$/g, '').trim()));
const systemsAt = lines.indexOf('## Outside systems');
const obligations = rowsUnder(0, systemsAt);
const systems = rowsUnder(systemsAt, lines.length);
/** The cells that both tables end with. */
const told = [...obligations, ...systems].map((row) => {
  const [state = '', acts = '', models = '', routes = '', tests = ''] = row.slice(-5);
  const [name = ''] = row;
  return {
    name,
    state,
    acts: linksIn(acts),
    models: linksIn(models),
    routes: linksIn(routes),
    tests: linksIn(tests),
  };
});

function linksIn(cell: string): { text: string; file: string }[] {
  return [...cell.matchAll(LINK)].map(([, text = '', file = '']) => ({
    text: text.replaceAll('`', ''),
    file,
  }));
}

it('each of the 39 obligations has its row, and each of the 11 outside systems', () => {
  expect(obligations.map(([number]) => number)).toEqual(Array.from({ length: 39 }, (_, i) => String(i + 1)));
  expect(systems).toHaveLength(11);
});

it('no link leads nowhere', () => {
  const dead = told.flatMap(({ acts, models, routes, tests }) =>
    [...acts, ...models, ...routes, ...tests].filter(({ file }) => !existsSync(file)),
  );
  expect(dead).toEqual([]);
});

it('each act is one that the service does, written where its link says', () => {
  const known = new Set(handledCommands.map(({ name }) => name));
  const unknown = told.flatMap(({ acts }) =>
    acts.filter(
      ({ text, file }) => !known.has(text) || !readFileSync(file, 'utf8').includes(`export class ${text}`),
    ),
  );
  expect(unknown).toEqual([]);
});

it('each route is one that the service has', () => {
  expect(told.flatMap(({ routes }) => routes.filter(({ text }) => !(text in POLICY)))).toEqual([]);
});

it('a row is not there yet and says so, or has a test that runs', () => {
  const untested = told
    .filter(({ state, tests }) => state !== 'not yet' && !tests.some(runs))
    .map(({ name }) => name);
  expect(untested).toEqual([]);
  const pretending = told.filter(
    ({ state, acts, tests }) => state === 'not yet' && acts.length + tests.length > 0,
  );
  expect(pretending).toEqual([]);
  expect(told.filter(({ state }) => !/^(there|not yet|in part: .+)$/.test(state))).toEqual([]);
});

/** It stands in its file as a test, and is not passed over. */
function runs({ text, file }: { text: string; file: string }): boolean {
  const source = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const at = source.indexOf(`'${text}'`);
  return at > 0 && /\bit\(\s*$/.test(source.slice(0, at)) && !/describe\.skip|xdescribe/.test(source);
}
