import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { ATTACKS } from './attack/attacks.js';

const text = readFileSync('SECURITY.md', 'utf8');
const rows = text
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| ---'))
  .map((line) =>
    line
      .slice(2, -2)
      .split(' | ')
      .map((cell) => cell.trim()),
  );
/** What is asked or succeeded, by its chapter or finding: those that name a test. */
const told = rows
  .filter(([id = '']) => /^(V\d|[CHMLP]\d*[a-z]?$)/.test(id))
  .map((cells) => ({ id: cells[0] ?? '', tests: cells.at(-1) ?? '' }));

const inSource = (pattern: string): Set<string> =>
  new Set(globSync(`{apps,libs,test}/**/${pattern}`).map((path) => basename(path)));
const named = (pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([, name = '']) => name);

it('no row goes without a test or an attack', () => {
  expect(told.length).toBeGreaterThan(80);
  expect(told.filter(({ tests }) => !/`[\w.-]+\.spec`|\battack /.test(tests))).toEqual([]);
});

it('each test that is named is there', () => {
  const specs = inSource('*.spec.ts');
  expect(named(/`([\w.-]+\.spec)`/g).filter((name) => !specs.has(`${name}.ts`))).toEqual([]);
});

it('each attack that is named is a row of `npm run attack`, as often as it says', () => {
  const missing = told.flatMap(({ id, tests }) =>
    [...tests.matchAll(/\battack ([A-Z]\d*)(?: ×(\d))?/g)].flatMap(([said, of, times = '1']) =>
      ATTACKS.filter((attack) => attack.id === of).length < Number(times) ? [`${id}: ${said}`] : [],
    ),
  );
  expect(missing).toEqual([]);
});

it('each file that is named is there', () => {
  const files = new Set([...inSource('*.ts'), ...inSource('*.sql')]);
  expect(named(/`(?:[\w-]+\/)*([\w.-]+\.(?:ts|sql))`/g).filter((name) => !files.has(name))).toEqual([]);
});

it('of what runs a program as it is installed, each is let do so or not by name', () => {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    packages: Record<string, { hasInstallScript?: boolean }>;
  };
  const { allowScripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    allowScripts: Record<string, boolean>;
  };
  const running = Object.entries(packages).flatMap(([path, one]) =>
    one.hasInstallScript && existsSync(path) ? [path.split('node_modules/').at(-1) ?? path] : [],
  );
  expect([...new Set(running)].filter((name) => !(name in allowScripts))).toEqual([]);
});
